// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A file in a module that marks its publish as waiting. A later build without this module finds the file. */
record WaitingNote(Path file) {

    static WaitingNote of(MavenProject module) {
        return new WaitingNote(Path.of(module.getBuild().getDirectory(), "edge-routine", "waiting"));
    }

    /**
     * @throws MojoFailureException if a build that was resumed leaves out a module whose publish waits: it would end without
     *     that publish
     */
    static void check(GoalContext goal) throws MojoFailureException {
        MavenSession session = goal.session();
        String leftOut = session.getAllProjects().stream()
                .filter(module -> !session.getProjects().contains(module))
                .filter(module -> Files.exists(of(module).file()))
                .map(MavenProject::getArtifactId)
                .collect(joining(", "));
        if (leftOut.isEmpty()) {
            return;
        }
        String waits = "The publish of module " + leftOut
                + " has been waiting since an earlier build failed, and this build does not contain the module";
        if (isResumed(session.getRequest())) {
            throw new MojoFailureException(waits + ": build without -rf (--resume-from) and -r (--resume).");
        }
        goal.log().warn(waits + ".");
    }

    private static boolean isResumed(MavenExecutionRequest request) {
        if (request.getResumeFrom() != null) {
            return true;
        }
        try {
            // In Maven 4, -r selects the modules in the same way as -pl.
            return (boolean) MavenExecutionRequest.class.getMethod("isResume").invoke(request);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void write(String publish, Log log) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, publish + "\n");
        } catch (IOException e) {
            log.warn("The file that marks this publish as waiting could not be written: " + e
                    + ". If this build fails, do not resume it with -rf (--resume-from).");
        }
    }

    void delete(Log log) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Delete this file, because the publish is not waiting any more: " + e);
        }
    }
}
