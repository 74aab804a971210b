// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Restores earlier revisions, with one publish for each. */
public final class Rollback {

    private final Publisher publisher;
    private final boolean force;
    private final boolean dryRun;
    private final Duration verifyTimeout;

    /** @param force replace also what somebody else publishes during the rollback */
    public Rollback(Publisher publisher, boolean force, boolean dryRun, Duration verifyTimeout) {
        this.publisher = publisher;
        this.force = force;
        this.dryRun = dryRun;
        this.verifyTimeout = verifyTimeout;
    }

    /** Undoes a run. If an environment has no revision to restore, this is a failure after the others are restored. */
    public Outcome to(WayBack back) {
        Outcome outcome = to(back.revert(), back.live());
        return back.loss()
                .map(loss -> outcome.failed(
                        outcome.failure().map(story -> story + " " + loss).orElse(loss)))
                .orElse(outcome);
    }

    /**
     * Tries each publish, also after a failed one. Before each publish the routine is read to find out whether
     * somebody else has published.
     *
     * @param seen what the environments ran when the rollback was planned
     */
    public Outcome to(Revert revert, Map<Environment, Live> seen) {
        Map<Environment, Live> expected = force ? Map.of() : seen;
        return Outcome.together(publisher.publish(publisher.calls(revert).stream()
                .map(call -> request(
                        revert.routine(),
                        RevisionChoice.of(call.traffic()),
                        new Targets(false, call.environments()),
                        expected))
                .toList()));
    }

    /** Publishes what the user chose, in one call. */
    public Outcome to(RoutineName routine, RevisionChoice revision, Targets targets) {
        return publisher.publish(request(routine, revision, targets, Map.of()));
    }

    /** At once, without a check of the variables. */
    private PublishRequest request(
            RoutineName routine, RevisionChoice revision, Targets targets, Map<Environment, Live> expected) {
        return new PublishRequest(
                routine,
                revision,
                targets,
                LeftBehind.IGNORE,
                false,
                dryRun,
                verifyTimeout,
                false,
                List.of(),
                Rollout.AT_ONCE,
                false,
                expected);
    }
}
