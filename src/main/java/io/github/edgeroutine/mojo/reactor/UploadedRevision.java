// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.CodeRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The revision that a build has uploaded, for its later goals and for programs. */
public record UploadedRevision(GoalContext goal, CodeRevision revision) {

    /** A publish in the same build then needs no number. */
    public void tellProject() {
        goal.project().getProperties().setProperty("edge-routine.codeRevision", revision.digits());
    }

    /**
     * Writes {@code target/edge-routine/code-revision}. A write error is only a warning, because the project knows the
     * number.
     */
    public void write() {
        try {
            Path file = goal.directory().resolve("code-revision");
            Files.createDirectories(file.getParent());
            Files.writeString(file, revision + "\n");
        } catch (IOException | InvalidPathException e) {
            goal.log()
                    .warn("Revision " + revision + " exists, but its number could not be written to code-revision: "
                            + e.getMessage());
        }
    }
}
