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
 * What a rollback is asked for.
 *
 * @param routine empty for all of the module's last run
 * @param alone whether the routine alone is meant, whatever else its module's last run wrote
 * @param revision the choice of the user; empty for what is remembered, or for the previous one
 * @param previous whether the newest revision that is older than what runs is meant
 * @param targets empty for all that are remembered
 * @param force also where somebody else has published since, and where the state cannot be read
 * @param dryRun all but the write
 * @param verifyTimeout how long the routine may take to show what was published; zero turns the look off
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

    /** Whether the user says which revision comes back. */
    public boolean isChosen() {
        return previous || revision.isPresent();
    }

    /** The environments to put back; empty for all that the run wrote to. */
    Optional<Set<Environment>> only() {
        return targets.filter(named -> !named.all()).map(named -> Set.copyOf(named.named()));
    }
}
