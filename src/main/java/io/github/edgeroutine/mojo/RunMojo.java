// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.code.CodeServer;
import io.github.edgeroutine.mojo.code.NodeParameters;
import io.github.edgeroutine.mojo.code.ServerParameters;
import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.context.GoalWork;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.Parameters;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Serves the code on this machine, until Ctrl-C, as <code>check</code> runs it: each request and what the code logs are in
 * the log, and a change of the file is loaded at once. Needs Node.js 18 or newer; needs no POM, no credentials and no
 * network. In a reactor, the first module with a file of code is served: select with <code>-pl</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", requiresProject = false, threadSafe = true)
public final class RunMojo extends AbstractMojo {

    /**
     * The file with the routine's code, as <code>upload</code> takes it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * The port on 127.0.0.1, from 1 to 65535, or 0 to have a free one chosen.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.port", defaultValue = "8787")
    private String port;

    /**
     * The directory into which a bundler writes. A change of any file in it has the code loaded again, once all of them are
     * written. By default <code>codeFile</code> alone is watched.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.watch")
    private File watch;

    /**
     * The service that runs the routine: <code>dcdn</code> runs scripts, <code>esa</code> modules too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.service", defaultValue = "dcdn")
    private String service;

    /**
     * The program Node.js, 18 or newer. By default the one on the <code>PATH</code>, else the one that
     * frontend-maven-plugin has installed in the project (<code>node/node</code>).
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.nodeExecutable")
    private File nodeExecutable;

    /**
     * The hosts that the code may ask, each with or without its port, such as <code>127.0.0.1:8080</code>. By default none:
     * a <code>fetch</code> of the code fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.localHosts")
    private List<String> localHosts;

    /**
     * Skips the goal. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    private final MavenServices maven;

    @Inject
    RunMojo(MavenServices maven) {
        this.maven = maven;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalContext goal = maven.goal(getLog(), service);
        if (maven.modules().standIn(goal, module -> codeFile.isFile())) {
            return;
        }
        GoalWork.run(goal, () -> {
            if (new Intake(goal, new Parameters(maven.execution().getMojoDescriptor(), this)).isMeant(skip, null)) {
                ParameterErrors errors = new ParameterErrors();
                errors.require("service", service, "give " + EdgeService.words(), EdgeService::parse);
                CodeServer.serve(
                        goal,
                        new ServerParameters(codeFile, port, watch, new NodeParameters(nodeExecutable, localHosts)),
                        errors);
            }
        });
    }
}
