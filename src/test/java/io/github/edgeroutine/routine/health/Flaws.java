// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** A prober for tests that set only the flaw of each answer. */
public final class Flaws {

    private Flaws() {}

    public static Prober of(BiFunction<Probe, Duration, Optional<String>> flaws) {
        return (probe, left) -> new ProbeAnswer(OptionalInt.of(probe.status()), flaws.apply(probe, left));
    }
}
