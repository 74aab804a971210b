// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Two services that differ in all that services can differ in. */
public final class MadeUpService {

    /** Any environment, ten revisions, one revision an environment, settings. */
    public static final ServiceTraits OPEN = new ServiceTraits(
            "the console",
            "https://open.example.com",
            List.of(),
            OptionalInt.of(10),
            5,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Set.of(Ability.PUBLISH_TO_SEVERAL, Ability.STAGE_BY_UPLOAD));

    /** Two environments, nobody knows how many revisions, shares, no settings. */
    public static final ServiceTraits FIXED = new ServiceTraits(
            "the other console",
            "https://fixed.example.com",
            List.of(new Environment("staging"), new Environment("production")),
            OptionalInt.empty(),
            3,
            OptionalInt.of(16),
            OptionalInt.of(16),
            Optional.of("Name the hosts at the gate."),
            Set.of(Ability.SPLIT_TRAFFIC));

    private MadeUpService() {}
}
