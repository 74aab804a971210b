// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.util.List;
import java.util.Optional;

/**
 * What code answered to one request on this machine.
 *
 * @param status of the answer; zero if there was none
 * @param body at most 1 MiB of it, as text
 * @param failure why there was no answer, as a clause with the places in the code; empty if there was one
 * @param asked the hosts that the code wanted to ask, and which were not asked
 * @param log what the code logged, at most 50 lines
 */
public record LocalAnswer(int status, String body, Optional<String> failure, List<String> asked, List<String> log) {

    static LocalAnswer failed(String failure, List<String> asked, List<String> log) {
        return new LocalAnswer(0, "", Optional.of(failure), asked, log);
    }
}
