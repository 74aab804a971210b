// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import io.github.edgeroutine.routine.GoalFailedException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What a goal does. The rooms below the goals know no Maven: here their failures get the words and the types of Maven. */
@FunctionalInterface
public interface GoalWork {

    /** May fail as the rooms below do, or as Maven wants it. */
    void run() throws GoalFailedException, IOException, MojoFailureException;

    /**
     * Does the work.
     *
     * @throws MojoFailureException if it failed for a reason that the message tells
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
