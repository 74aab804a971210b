// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came back when a probe was put once.
 *
 * @param status of the answer; empty if there was none
 * @param flaw what is wrong with it, as the rest of a sentence; empty if it is as it must be
 */
public record ProbeAnswer(OptionalInt status, Optional<String> flaw) {

    /** @param reason why there was no answer, as the rest of a sentence */
    public static ProbeAnswer none(String reason) {
        return new ProbeAnswer(OptionalInt.empty(), Optional.of(reason));
    }
}
