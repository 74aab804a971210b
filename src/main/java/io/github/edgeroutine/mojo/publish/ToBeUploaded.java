// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.RevisionChoice;
import io.github.edgeroutine.routine.publish.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.publish.RevisionChoice.LiveIn;
import io.github.edgeroutine.routine.publish.RevisionChoice.ToCome;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import java.util.Map;
import java.util.Optional;

/**
 * What a dry run of upload leaves for the publish of the same build: that a revision would be there now. A publish that
 * relies on the upload has no revision then, unless it is a dry run, too.
 *
 * @param shared what the goals of this build share
 */
public record ToBeUploaded(Map<String, Object> shared) {

    private static final String KEY = "edge-routine.toBeUploaded ";

    public void remember(RoutineName routine, UploadPlan plan) {
        if (plan.unchanged().isEmpty()) {
            shared.put(KEY + routine, true);
        }
    }

    public void forget(RoutineName routine) {
        shared.remove(KEY + routine);
    }

    /**
     * @param written {@code <codeRevision>}; {@code null} if there is none
     * @return empty if a fault was noted
     */
    public Optional<RevisionChoice> choice(
            Optional<RoutineName> routine, String written, boolean dryRun, ParameterErrors faults) {
        boolean isGiven = written != null && !written.isBlank();
        Optional<RevisionChoice> choice =
                isGiven ? faults.read("codeRevision", () -> RevisionChoice.parse(written.strip())) : Optional.empty();
        boolean isToCome =
                routine.filter(name -> shared.containsKey(KEY + name)).isPresent()
                        && choice.map(ToBeUploaded::followsAnUpload).orElse(true);
        if (isToCome && dryRun) {
            return Optional.of(new ToCome());
        }
        if (isToCome) {
            faults.add(
                    "codeRevision",
                    "names no revision, because the upload of this build was a dry run: leave <dryRun>"
                            + " (-Dedge-routine.dryRun) out there, or set it here, too");
            return Optional.empty();
        }
        if (!isGiven) {
            faults.add(
                    "codeRevision", "is missing: give the 19 digits of the revision, as the DCDN console lists them");
        }
        return choice;
    }

    /** The service puts uploaded code into staging. */
    private static boolean followsAnUpload(RevisionChoice choice) {
        return !(choice instanceof Exactly)
                && !(choice instanceof LiveIn source && !source.environment().isStaging());
    }
}
