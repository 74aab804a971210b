// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.HashSet;
import java.util.Set;

/**
 * What a run did to one environment.
 *
 * @param before what ran there before the run's first write
 * @param replaced what ran there before the run's last write
 * @param after what the last write published; nothing if a rollback has no revision for it
 * @param done whether the last write is known to have taken effect
 */
public record Change(Live before, Live replaced, Live after, boolean done) {

    /** The first write of a run, before it is made. */
    static Change first(Step step) {
        return new Change(step.before(), step.before(), step.wanted(), false);
    }

    /** Another write of the same run, before it is made. */
    Change then(Step step) {
        return new Change(before, step.before().isKnown() ? step.before() : after, step.wanted(), false);
    }

    Change carriedOut() {
        return new Change(before, replaced, after, true);
    }

    /** The last write did not take effect: the earlier code still runs. */
    Change undone() {
        return new Change(before, replaced, replaced, true);
    }

    /** The result of the change, given what is live now. */
    Change settled(Live live) {
        if (done || live.equals(after)) {
            return carriedOut();
        }
        return before.isKnown() && live.equals(replaced) ? undone() : this;
    }

    /** The result of the change after the publish has ended. */
    Change ended(EnvironmentOutcome outcome) {
        return switch (outcome.verdict()) {
            case PUBLISHED, ACCEPTED, UP_TO_DATE -> outcome.after().equals(after) ? carriedOut() : this;
            case NOT_PUBLISHED, RESTORED, IN_PART -> stoppedAt(outcome);
            default -> this;
        };
    }

    private Change stoppedAt(EnvironmentOutcome outcome) {
        if (outcome.after().equals(after)) {
            return carriedOut();
        }
        if (outcome.after().isKnown() && outcome.after().equals(before)) {
            return new Change(before, replaced, before, true);
        }
        return outcome.isChanged() ? this : undone();
    }

    /** Whether the last write published what is wanted, or a share of it together with the earlier revision. */
    boolean leadsTo(Live wanted) {
        if (after.equals(wanted)) {
            return true;
        }
        Set<CodeRevision> mixed = new HashSet<>(revisions(before));
        mixed.addAll(revisions(wanted));
        Set<CodeRevision> brought = revisions(after);
        return mixed.containsAll(brought) && brought.stream().anyMatch(wanted::runs);
    }

    private static Set<CodeRevision> revisions(Live live) {
        return live.traffic().map(traffic -> traffic.shares().keySet()).orElse(Set.of());
    }

    /** Whether the environment still runs what the run published. */
    boolean isLeft(Live live) {
        return settled(live).after().equals(live);
    }

    /** Whether the change has no effect at the end. */
    boolean isNone() {
        return done && before.equals(after);
    }
}
