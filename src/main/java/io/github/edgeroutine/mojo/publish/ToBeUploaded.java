// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.choice.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.choice.RevisionChoice.LiveIn;
import io.github.edgeroutine.routine.choice.RevisionChoice.ToCome;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import java.util.Optional;

/**
 * A mark of a dry run of upload for the publish in the same build. A publish that needs this upload has no revision, so
 * it must be a dry run too.
 */
public record ToBeUploaded(GoalContext goal) {

    private static final String KEY = "edge-routine.toBeUploaded ";

    public void remember(RoutineName routine, UploadPlan plan) {
        if (plan.unchanged().isEmpty()) {
            goal.shared().put(KEY + routine, true);
        }
    }

    public void forget(RoutineName routine) {
        goal.shared().remove(KEY + routine);
    }

    /** Notes that an upload follows later in this module. A publish of another module may run at the same time. */
    public void expect(String routine) {
        goal.shared().put(expected(routine), true);
    }

    public void expectNoMore(String routine) {
        goal.shared().remove(expected(routine));
    }

    private String expected(String routine) {
        return "edge-routine.expected " + goal.id() + " " + routine;
    }

    private boolean isToCome(RoutineName routine) {
        return goal.shared().containsKey(KEY + routine) || goal.shared().containsKey(expected(routine.text()));
    }

    /**
     * @param written {@code <codeRevision>}; may be {@code null}
     * @return empty after an error
     */
    public Optional<RevisionChoice> choice(
            Optional<RoutineName> routine, String written, boolean dryRun, ParameterErrors faults) {
        boolean isGiven = written != null && !written.isBlank();
        Optional<RevisionChoice> choice = isGiven
                ? faults.read("codeRevision", () -> RevisionChoice.parse(written.strip(), goal.service()))
                : Optional.empty();
        boolean isToCome = routine.filter(this::isToCome).isPresent()
                && choice.map(this::followsAnUpload).orElse(true);
        if (isToCome && dryRun) {
            return Optional.of(new ToCome());
        }
        if (isToCome) {
            faults.add(
                    "codeRevision",
                    "names no revision, because the upload of this build was a dry run: remove <dryRun>"
                            + " (-Dedge-routine.dryRun) from the upload, or set it for this goal too");
            return Optional.empty();
        }
        if (!isGiven) {
            faults.add(
                    "codeRevision",
                    "is missing: give the 19 digits of the revision, see "
                            + goal.service().console());
        }
        return choice;
    }

    /** Some services publish uploaded code to staging. */
    private boolean followsAnUpload(RevisionChoice choice) {
        return choice instanceof LiveIn source
                ? source.environment().isStaging() && goal.service().can(Ability.STAGE_BY_UPLOAD)
                : !(choice instanceof Exactly);
    }
}
