// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.publish.RevisionChoice;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.List;

/** Puts environments back to earlier revisions: a publish for each that comes back. */
public final class Rollback {

    private final Publisher publisher;
    private final boolean dryRun;
    private final Duration verifyTimeout;

    public Rollback(Publisher publisher, boolean dryRun, Duration verifyTimeout) {
        this.publisher = publisher;
        this.dryRun = dryRun;
        this.verifyTimeout = verifyTimeout;
    }

    /** Takes a run back; an environment that has no revision to come back is a failure, after the others are back. */
    public Outcome to(WayBack back) {
        Outcome outcome = to(back.revert());
        return back.loss()
                .map(loss -> outcome.failed(
                        outcome.failure().map(story -> story + " " + loss).orElse(loss)))
                .orElse(outcome);
    }

    /** Tries every publish, also after one failed: each environment that is back is one less to worry about. */
    public Outcome to(Revert revert) {
        return Outcome.together(publisher.calls(revert).stream()
                .map(call -> to(
                        revert.routine(), RevisionChoice.of(call.traffic()), new Targets(false, call.environments())))
                .toList());
    }

    /** Publishes what the user chose, in one call. */
    public Outcome to(RoutineName routine, RevisionChoice revision, Targets targets) {
        return publisher.publish(new PublishRequest(
                routine, revision, targets, LeftBehind.IGNORE, false, dryRun, verifyTimeout, false, List.of()));
    }
}
