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
 * Serves the code on this machine until you press Ctrl-C. It runs the code in the same way as <code>check</code>. The log
 * shows each request and everything that the code logs. A changed file is loaded at once. It needs Node.js 18 or newer, but
 * no POM, no credentials and no network. In a reactor, the first module with a code file is served: select another one with
 * <code>-pl</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", requiresProject = false, threadSafe = true)
public final class RunMojo extends AbstractMojo {

    /**
     * The file with the code of the routine: one file of JavaScript, as for <code>upload</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * The port on 127.0.0.1. 0 means any free port. Range: 0 to 65535.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.port", defaultValue = "8787")
    private String port;

    /**
     * The directory that your bundler writes to. If a file in it changes, the code is loaded again after all files are
     * written. Default: none, only <code>codeFile</code> is watched.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.watch")
    private File watch;

    /**
     * The service that runs the routine. With <code>dcdn</code> the code is a script, with <code>esa</code> it may also be
     * a module. Values: <code>dcdn</code>, <code>esa</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.service", defaultValue = "dcdn")
    private String service;

    /**
     * The program file of Node.js, version 18 or newer. Default: the one on the <code>PATH</code>, otherwise the one that
     * frontend-maven-plugin installed in the project (<code>node/node</code>).
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.nodeExecutable")
    private File nodeExecutable;

    /**
     * The hosts that the code may call, each with or without a port, such as <code>127.0.0.1:8080</code>. Default: none, so
     * a <code>fetch</code> of the code fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.localHosts")
    private List<String> localHosts;

    /**
     * Skips the goal. Values: <code>true</code>, <code>false</code>.
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
