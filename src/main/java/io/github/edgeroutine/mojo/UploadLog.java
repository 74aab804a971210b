// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.reactor.UploadedRevision;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.UploadResult;
import java.util.OptionalInt;

/** Logs which revision an upload created or would create, and passes it to the later goals. */
record UploadLog(GoalContext goal) {

    void wouldUpload(UploadRequest upload, UploadPlan plan) {
        plan.deletions().forEach(revision -> goal.log().info("Would delete revision " + revision + " to make room."));
        String would = plan.unchanged()
                .map(revision -> "revision " + revision + ": unchanged, nothing would be uploaded")
                .orElseGet(() -> "a new revision: would be uploaded as '" + upload.description() + "', "
                        + content(upload) + room(plan) + variables(upload));
        goal.log().info("Routine " + upload.routine() + ", " + would + ". Dry run: nothing was written.");
        plan.unchanged().ifPresent(revision -> new UploadedRevision(goal, revision).tellProject());
    }

    /** How many more revisions fit, if that is known. */
    static String room(UploadPlan plan) {
        OptionalInt room = plan.roomAfter();
        return room.isPresent() ? ", room for " + room.getAsInt() + " more" : "";
    }

    private static String content(UploadRequest upload) {
        return upload.assets()
                .map(assets -> assets.files().size() + (assets.files().size() == 1 ? " file" : " files")
                        + (assets.code().isPresent() ? " and code" : "") + ", " + assets.size() + " bytes")
                .orElse(upload.code().length + " bytes");
    }

    private static String variables(UploadRequest upload) {
        return upload.variablesOf()
                .map(environment -> ", with the variables of " + environment)
                .orElse("");
    }

    void uploaded(UploadRequest upload, UploadResult uploaded) {
        goal.log()
                .info("Routine " + upload.routine() + ", revision " + uploaded.revision()
                        + (uploaded.made()
                                ? ": uploaded as '" + upload.description() + "'" + variables(upload)
                                : ": unchanged, nothing was uploaded"));
        upload.assets()
                .ifPresent(assets -> goal.log()
                        .info("Static files cannot be read back. Revision " + uploaded.revision()
                                + " was created with the hash of this content, " + assets.hash() + "."));
        UploadedRevision revision = new UploadedRevision(goal, uploaded.revision());
        revision.tellProject();
        revision.write();
    }
}
