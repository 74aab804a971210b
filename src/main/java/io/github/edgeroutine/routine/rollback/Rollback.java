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

/** Puts environments back to earlier revisions: a publish for each that comes back. */
public final class Rollback {

    private final Publisher publisher;
    private final boolean force;
    private final boolean dryRun;
    private final Duration verifyTimeout;

    /** @param force also where somebody else publishes during the rollback */
    public Rollback(Publisher publisher, boolean force, boolean dryRun, Duration verifyTimeout) {
        this.publisher = publisher;
        this.force = force;
        this.dryRun = dryRun;
        this.verifyTimeout = verifyTimeout;
    }

    /** Takes a run back; an environment that has no revision to come back is a failure, after the others are back. */
    public Outcome to(WayBack back) {
        Outcome outcome = to(back.revert(), back.live());
        return back.loss()
                .map(loss -> outcome.failed(
                        outcome.failure().map(story -> story + " " + loss).orElse(loss)))
                .orElse(outcome);
    }

    /**
     * Tries every publish, also after one failed: each environment that is back is one less to worry about. The look before
     * each publish tells whether somebody else has published in the meantime.
     *
     * @param seen what the environments ran when it was decided what comes back
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

    /** At once, and whatever variables the revision has. */
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
