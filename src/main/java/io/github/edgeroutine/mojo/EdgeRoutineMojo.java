// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.CiNotices;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.Parameters;
import io.github.edgeroutine.mojo.reactor.RoutineParameter;
import io.github.edgeroutine.routine.GoalFailedException;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * All goals in the same order: skip, offline, validate, connect, run. Each step works where the later ones could not.
 *
 * @param <R> what the goal's own parameters ask for
 */
abstract class EdgeRoutineMojo<R> extends AbstractMojo {
    /**
     * The name of the routine, as the DCDN console lists it. Required unless the goal is skipped; <code>rollback</code>
     * can do without. On the command line of a build it selects the executions of that routine.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * Skips the goal; the other parameters may be missing then. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    /**
     * Whether to tell the CI server of the build: a failure as an annotation for GitHub Actions, Azure Pipelines and,
     * in <code>target/edge-routine/gl-code-quality.json</code>, GitLab; what was published in the file that
     * <code>GITHUB_STEP_SUMMARY</code> names. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.ci", defaultValue = "true")
    private String ci;

    /**
     * The <code>id</code> of the server in settings.xml with the AccessKey: its <code>username</code> is the id, its
     * <code>password</code> the secret (may be encrypted), <code>securityToken</code> in its <code>configuration</code>
     * an STS token. Without such a server the SDK finds one in system properties, environment variables, OIDC role, CLI
     * profile, credentials file, ECS role or credentials URI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.serverId", defaultValue = "aliyun")
    private String serverId;

    /**
     * The address of the DCDN API, which is the same in all regions: change it only for tests. It must use https unless
     * the host is a loopback address, and it must hold no user and no password. The proxy is the active one of
     * settings.xml, else that of <code>https_proxy</code> or <code>all_proxy</code> (in capitals too), else the JVM's
     * own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.endpoint", defaultValue = EdgeService.DCDN_ENDPOINT)
    private String endpoint;

    /**
     * How long a connection may take, in seconds (such as 30, 30s or 5m), from 1 to 3600: with the tunnel of a proxy
     * and the TLS handshake.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /**
     * How long each piece of the answer may take, in seconds (such as 30, 30s or 5m), from 1 to 3600. After this time
     * nobody knows whether the call went through, so be generous.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.readTimeout", defaultValue = "30")
    private String readTimeout;

    /**
     * Rehearses the goal with a DCDN simulator inside this build, without credentials and without network, also with
     * <code>-o</code>. What the POM names exists there; what was published is kept in
     * <code>target/edge-routine/simulator.json</code>. <code>endpoint</code> and <code>serverId</code> are ignored
     * then. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulate", defaultValue = "false")
    private String simulate;

    /**
     * How often a call is repeated after a failure that may pass: a throttle, a fault of the service or of the network.
     * Each wait is a random part of 1, 2, 4 … up to 20 seconds. From 0 to 20; 0 turns it off.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.retries", defaultValue = "3")
    private String retries;

    /**
     * How long the goal may take in all, in seconds (such as 30, 30s or 5m), from 1 to 3600: every call, wait and
     * probe, but not the search for credentials. Then it fails and says what it knows. A goal that publishes keeps a
     * part back for the look and the restore after a failure: <code>connectTimeout</code> and three times
     * <code>readTimeout</code>, but at most a third.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.timeout", defaultValue = "300")
    private String timeout;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    private final MavenServices maven;

    EdgeRoutineMojo(MavenServices maven) {
        this.maven = maven;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (maven.modules().standIn(goal(), this::isReached)) {
            return;
        }
        try {
            if (new Intake(goal(), new Parameters(execution.getMojoDescriptor(), this)).isMeant(skip, name)) {
                validateAndRun();
            }
        } catch (MojoFailureException | MojoExecutionException e) {
            ci().failed(e.getMessage());
            throw e;
        }
    }

    private void validateAndRun() throws MojoExecutionException, MojoFailureException {
        try (Connector connector = new Connector(goal(), maven.decrypter(), connection())) {
            connector.begin();
            ParameterErrors faults = new ParameterErrors();
            faults.readInPom("directory", goal()::directory);
            Optional<R> request = validate(faults);
            connection().check(faults);
            faults.throwIfAny();
            run(request.orElseThrow(), connector.connect());
        } catch (GoalFailedException e) {
            throw new MojoFailureException(goal().names().written(e.getMessage()));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "A file could not be read or written: " + goal().names().written(e.getMessage()), e);
        }
    }

    /** Reads the goal's own parameters; the result counts only if no fault was noted. */
    abstract Optional<R> validate(ParameterErrors faults);

    /** Does what is asked for and reports it. */
    abstract void run(R request, PendingConnection connection)
            throws GoalFailedException, IOException, MojoFailureException;

    /** Whether a goal that is called by hand runs in the module. */
    boolean isReached(MavenProject module) {
        return routine().isIn(module);
    }

    final GoalContext goal() {
        return new GoalContext(maven.session(), project, execution, getLog(), EdgeService.DCDN.traits());
    }

    final RoutineParameter routine() {
        return new RoutineParameter(goal(), name);
    }

    final ConnectionParameters connection() {
        return new ConnectionParameters(
                EdgeService.DCDN, endpoint, serverId, connectTimeout, readTimeout, timeout, retries, simulate);
    }

    final CiNotices ci() {
        return new CiNotices(goal(), ci);
    }
}
