// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import io.github.edgeroutine.routine.GoalFailedException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The work of a goal. The packages below the goals do not use Maven, so this class translates their failures to Maven's
 * types.
 */
@FunctionalInterface
public interface GoalWork {

    /** Throws the failures of the packages below, or those of Maven. */
    void run() throws GoalFailedException, IOException, MojoFailureException;

    /**
     * Does the work.
     *
     * @throws MojoFailureException if the work failed; the message contains the reason
     * @throws MojoExecutionException if a file could not be read or written
     */
    static void run(GoalContext goal, GoalWork work) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (GoalFailedException e) {
            throw new MojoFailureException(goal.names().written(e.getMessage()));
        } catch (IOException e) {
            throw new MojoExecutionException(goal.names().written(e), e);
        }
    }
}
