// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.health.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a build requests.
 *
 * @param force publish also where the revision already runs
 * @param dryRun do everything except the writes
 * @param verifyTimeout how long the routine may take to show what was published; zero turns this check off
 * @param restoreOnFailure restore what ran before, if a publish succeeds only in part or a probe fails
 * @param probes the checks after a publish
 * @param rollout the steps of the publish
 * @param strictVariables refuse a revision that would run with the function variables of another environment
 * @param expected what environments must still run, otherwise nothing is published; other environments are not checked
 */
public record PublishRequest(
        RoutineName routine,
        RevisionChoice revision,
        Targets targets,
        LeftBehind leftBehind,
        boolean force,
        boolean dryRun,
        Duration verifyTimeout,
        boolean restoreOnFailure,
        List<Probe> probes,
        Rollout rollout,
        boolean strictVariables,
        Map<Environment, Live> expected) {

    /**
     * @throws IllegalArgumentException if the values do not fit together; if the environments differ from those of
     * the steps, the message is the rest of a sentence
     */
    public PublishRequest {
        if (revision instanceof RevisionChoice.Shares && !rollout.equals(Rollout.AT_ONCE)) {
            throw new IllegalArgumentException("revisions that have shares cannot get other shares");
        }
        if (rollout.targets().filter(steps -> !steps.areThoseOf(targets)).isPresent()) {
            throw new IllegalArgumentException("names " + targets + ", but the steps of the rollout name "
                    + rollout.targets().get() + ": remove this element, or name the same environments");
        }
        if (revision instanceof RevisionChoice.ToCome && !dryRun) {
            throw new IllegalArgumentException("only a dry run can plan with a revision to come");
        }
        probes = List.copyOf(probes);
        expected = Map.copyOf(expected);
    }

    /** Whether the state of the routine is required. */
    boolean needsState() {
        return dryRun
                || targets.all()
                || leftBehind == LeftBehind.FAIL
                || rollout.splits()
                || strictVariables
                || !expected.isEmpty()
                || revision.given().isEmpty();
    }

    String failed(CallFailedException call, String truth) {
        return failed(toString(), call, truth);
    }

    /**
     * The complete message of a failed call, in one line.
     *
     * @param name what should be published
     * @param truth one or more sentences about what is live now
     */
    static String failed(String name, CallFailedException call, String truth) {
        return "Could not publish " + name + ": " + call.getMessage() + ". " + truth + " " + call.remedy();
    }

    /** For example "revision 16 of routine hello in staging, production", or "revision 16 (10 %) of …" for a share. */
    @Override
    public String toString() {
        String share = rollout.percent() == 100 ? "" : " (" + rollout.percent() + " %)";
        return revision + share + " of routine " + routine + " in " + targets;
    }
}
