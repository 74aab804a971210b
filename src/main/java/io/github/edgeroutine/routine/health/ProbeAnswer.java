// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer to one request of a probe.
 *
 * @param status of the answer; empty without an answer
 * @param flaw what is wrong with it, as the rest of a sentence; empty if it is correct
 */
public record ProbeAnswer(OptionalInt status, Optional<String> flaw) {

    /** @param reason why there was no answer, as the rest of a sentence */
    public static ProbeAnswer none(String reason) {
        return new ProbeAnswer(OptionalInt.empty(), Optional.of(reason));
    }
}
