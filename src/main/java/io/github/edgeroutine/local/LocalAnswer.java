// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.util.List;
import java.util.Optional;

/**
 * The answer of the code to one request on this machine.
 *
 * @param status of the answer; zero without an answer
 * @param body of the answer as text, at most 1 MiB
 * @param failure the reason for a missing answer, as a clause with the places in the code; empty if there was an answer
 * @param asked the hosts that the code was not allowed to call
 * @param log what the code logged, at most 50 lines
 */
public record LocalAnswer(int status, String body, Optional<String> failure, List<String> asked, List<String> log) {

    static LocalAnswer failed(String failure, List<String> asked, List<String> log) {
        return new LocalAnswer(0, "", Optional.of(failure), asked, log);
    }
}
