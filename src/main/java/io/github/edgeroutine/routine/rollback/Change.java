// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.Optional;

/**
 * What a run did to one environment.
 *
 * @param before what ran there before the run's first write; empty if nothing did, or if nobody could look
 * @param seen whether somebody could look
 * @param replaced what ran there before the run's last write
 * @param after what the last write puts there; empty if a rollback has no revision for it
 * @param done whether the last write is known to have taken effect
 */
public record Change(
        Optional<CodeRevision> before,
        boolean seen,
        Optional<CodeRevision> replaced,
        Optional<CodeRevision> after,
        boolean done) {

    /** The first write of a run, before it is made. */
    static Change first(Step step, boolean seen, CodeRevision after) {
        return new Change(step.before(), seen, step.before(), Optional.of(after), false);
    }

    /** One more write of the same run, before it is made. */
    Change then(Step step, boolean seen, CodeRevision revision) {
        return new Change(before, this.seen, seen ? step.before() : after, Optional.of(revision), false);
    }

    Change carriedOut() {
        return new Change(before, seen, replaced, after, true);
    }

    /** The last write did not take effect: what it would have replaced still runs. */
    Change undone() {
        return new Change(before, seen, replaced, replaced, true);
    }

    /** What has become of it, now that one sees what is live. */
    Change settled(Optional<CodeRevision> live) {
        if (done || live.equals(after)) {
            return carriedOut();
        }
        return seen && live.equals(replaced) ? undone() : this;
    }

    /** What has become of a publish, now that it has ended. */
    Change ended(EnvironmentOutcome outcome) {
        return switch (outcome.verdict()) {
            case PUBLISHED, ACCEPTED, UP_TO_DATE -> outcome.after().equals(after) ? carriedOut() : this;
            case NOT_PUBLISHED -> outcome.isChanged() ? this : undone();
            default -> this;
        };
    }

    boolean brings(CodeRevision revision) {
        return after.equals(Optional.of(revision));
    }

    /** Whether what runs there is what the run left there. */
    boolean isLeft(Optional<CodeRevision> live) {
        return settled(live).after().equals(live);
    }

    /** Whether nothing has changed in the end. */
    boolean isNone() {
        return done && before.equals(after);
    }

    /** The revision that a rollback can put back. */
    Optional<CodeRevision> wayBack() {
        return before.filter(CodeRevision::isCommitted);
    }
}
