// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.util.ArrayList;
import java.util.List;

/** The way of code into a routine: staged first, then committed. */
final class Staging {

    /** The documents call staged code so in their prose; that it is the id of it as well is invented. */
    static final String UNSTABLE = "unstable";

    private static final List<String> PLACE = List.of("staging");

    private Staging() {}

    /**
     * Staged code counts as one revision. That it does so even where the upload is about to replace it is not
     * documented.
     */
    static void demandRoom(Routine routine) throws Refusal {
        if (routine.revisions().size() + (routine.staged() == null ? 0 : 1) >= Routine.REVISION_LIMIT) {
            throw Refusal.revisionLimit();
        }
    }

    /** Staged code runs in staging at once: of the page of UploadStagingRoutineCode. */
    static Routine staged(Routine routine, String description, byte[] code, String now) {
        Revision unstable = new Revision(UNSTABLE, description, now, code);
        return routine.with(routine.environments(), routine.revisions(), unstable)
                .running(UNSTABLE, PLACE);
    }

    /**
     * The staged code under a number. What staging runs from then on is not documented: here the new revision,
     * unless another one was published there in between.
     */
    static Routine committed(Routine routine, String id, String description, String now) throws Refusal {
        if (routine.staged() == null) {
            throw Refusal.generalError("(simulated) the routine has no staged code");
        }
        if (routine.revisions().size() >= Routine.REVISION_LIMIT) {
            throw Refusal.revisionLimit();
        }
        List<Revision> more = new ArrayList<>(routine.revisions());
        more.add(new Revision(id, description, now, routine.staged().code()));
        return routine.with(routine.environments(), more, null).running(id, routine.runs(UNSTABLE) ? PLACE : List.of());
    }
}
