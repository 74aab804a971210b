// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.simulator.SimulatedAccount;
import java.util.List;
import java.util.Optional;

/** What exists in a rehearsal: the routine from the POM, its environments, and a revision if the POM names one. */
public record RoutineSeed(String routine, List<String> environments, Optional<String> revision) {

    /** Only the routine. */
    public static RoutineSeed of(RoutineName routine) {
        return new RoutineSeed(routine.text(), List.of(), Optional.empty());
    }

    /** The routine, the environments and the revision of a publish. */
    public static RoutineSeed of(PublishRequest request) {
        return new RoutineSeed(
                request.routine().text(),
                request.targets().named().stream().map(Environment::name).toList(),
                request.revision() instanceof Exactly exactly
                        ? Optional.of(exactly.revision().digits())
                        : Optional.empty());
    }

    void into(SimulatedAccount account) {
        revision.ifPresentOrElse(
                digits -> account.ensure(routine, digits, environments), () -> account.ensure(routine, environments));
    }
}
