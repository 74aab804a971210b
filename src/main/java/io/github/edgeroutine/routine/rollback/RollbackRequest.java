// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a build requests from a rollback.
 *
 * @param routine empty for all routines of the module's last run
 * @param alone whether only this routine is meant, and not the rest of its module's last run
 * @param revision the choice of the user; empty for the remembered or the previous revision
 * @param previous whether to use the newest revision that is older than the present one
 * @param targets empty for all remembered environments
 * @param force continue if somebody else has published since, or if the state cannot be read
 * @param dryRun do everything except the writes
 * @param verifyTimeout how long the routine may take to show what was published; zero turns this check off
 */
public record RollbackRequest(
        Optional<RoutineName> routine,
        boolean alone,
        Optional<RevisionChoice> revision,
        boolean previous,
        Optional<Targets> targets,
        boolean force,
        boolean dryRun,
        Duration verifyTimeout) {

    /** Whether the user has chosen the revision. */
    public boolean isChosen() {
        return previous || revision.isPresent();
    }

    /** The environments to restore; empty for all that the run wrote to. */
    Optional<Set<Environment>> only() {
        return targets.filter(named -> !named.all()).map(named -> Set.copyOf(named.named()));
    }
}
