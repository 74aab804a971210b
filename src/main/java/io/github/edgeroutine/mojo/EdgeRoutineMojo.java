package io.github.edgeroutine.mojo;

import io.github.edgeroutine.dcdn.Credentials;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.dcdn.Endpoint;
import io.github.edgeroutine.dcdn.Timeouts;
import io.github.edgeroutine.report.LastPublish;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.Account;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * What all goals do in the same order: skip, offline, validation, credentials, network. Each step works where the later
 * ones could not.
 *
 * @param <W> the wish: what the goal's own parameters ask for
 */
abstract class EdgeRoutineMojo<W> extends AbstractMojo {

    private static final String SKIP = "edge-routine.skip";

    /**
     * The name of the routine, as the DCDN console lists it. Required unless the goal is skipped; a rollback can do
     * without, as the report names it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * The <code>id</code> of the <code>&lt;server&gt;</code> in settings.xml that holds the AccessKey: its username is
     * the AccessKey id, its password the secret (encrypted, if you like), and
     * <code>&lt;configuration&gt;&lt;securityToken&gt;</code> an STS token. Without such a server the default chain of
     * the Alibaba Cloud SDK is asked: system properties, environment variables, OIDC role, CLI profile, credentials
     * file, ECS role, credentials URI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.serverId", defaultValue = "aliyun")
    private String serverId;

    /**
     * The address of the DCDN API. It is one for all regions, so leave it alone unless you test. Plain http is refused
     * unless the host is a loopback address.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.endpoint", defaultValue = "https://dcdn.aliyuncs.com")
    private String endpoint;

    /**
     * How long to wait for a connection to the endpoint, in seconds, from 1 to 3600.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.connectTimeout", defaultValue = "10")
    private int connectTimeout;

    /**
     * How long to wait for each piece of the answer, in seconds, from 1 to 3600. After this time nobody knows whether the
     * call went through, so be generous.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.readTimeout", defaultValue = "30")
    private int readTimeout;

    /**
     * Rehearses the goal against a DCDN simulator inside this build: everything but the real service, without
     * credentials and without network, also with <code>-o</code>. What the POM names exists there; what was published
     * is kept in <code>target/edge-routine/simulator.json</code>. <code>endpoint</code> and <code>serverId</code> are
     * then ignored.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulate", defaultValue = "false")
    private boolean simulate;

    /**
     * Skips the goal; nothing else is looked at then, so the other parameters may be missing. Unlike for other
     * parameters, <code>-Dedge-routine.skip=true</code> or <code>=false</code> on the command line also beats a
     * <code>&lt;skip&gt;</code> in the POM.
     *
     * @since 0.1.0
     */
    @Parameter(property = SKIP, defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    EdgeRoutineMojo(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skipSwitch = skipSwitch();
        if (skipSwitch.isPresent()) {
            getLog().info("Skipped, as " + skipSwitch.get() + " says.");
            return;
        }
        if (session.isOffline() && !simulate) {
            throw new MojoFailureException("Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine"
                    + " service cannot be called: go online, rehearse with -Dedge-routine.simulate, or leave the goal out"
                    + " with -Dedge-routine.skip.");
        }
        Faults faults = new Faults();
        Optional<W> wish = wish(faults);
        Optional<Endpoint> address =
                faults.require("endpoint", endpoint, "leave it out for https://dcdn.aliyuncs.com", Endpoint::parse);
        Timeouts timeouts = timeouts(faults);
        faults.throwIfAny();
        try {
            if (simulate) {
                rehearse(wish.orElseThrow(), timeouts);
            } else {
                Credentials credentials = new MavenCredentials(session, decrypter).find(serverId);
                getLog().info("Credentials: " + credentials);
                DcdnRoutines routines = new DcdnRoutines(address.orElseThrow(), timeouts, credentials);
                act(
                        wish.orElseThrow(),
                        new Service(routines, address.orElseThrow().toString(), false));
            }
        } catch (GoalFailedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("A file could not be read or written: " + e.getMessage(), e);
        }
    }

    /** Reads the goal's own parameters; the result counts only if no fault was noted. */
    abstract Optional<W> wish(Faults faults);

    /** Makes what the wish names exist in a simulated account; nothing, unless a goal says otherwise. */
    void prepare(Account account, W wish) {}

    abstract void act(W wish, Service service) throws GoalFailedException, IOException, MojoFailureException;

    final Optional<RoutineName> requireRoutine(Faults faults) {
        return faults.require(
                "name", name, "give the name of the routine, as the DCDN console lists it", RoutineName::new);
    }

    /** Of a goal that can do without; a wrong name is a fault all the same. */
    final Optional<RoutineName> routine(Faults faults) {
        return name == null || name.isBlank() ? Optional.empty() : requireRoutine(faults);
    }

    final boolean isRehearsal() {
        return simulate;
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    /** Where the goals keep files: {@code target/edge-routine} of the module, or of the current directory without a POM. */
    final Path directory() {
        Path target = project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target")
                : Path.of(project.getBuild().getDirectory());
        return target.resolve("edge-routine");
    }

    /** @param given {@code null} for the usual place */
    final Path reportFile(File given) {
        return given == null ? directory().resolve("publish.json") : given.toPath();
    }

    /** @param report as {@link #reportFile} takes it */
    final Set<CodeRevision> neededForRollback(File report, RoutineName routine, Service service) throws IOException {
        return LastPublish.read(reportFile(report))
                .map(last ->
                        Set.copyOf(last.before(routine, service.simulated()).values()))
                .orElse(Set.of());
    }

    private Optional<String> skipSwitch() {
        String commandLine = session.getUserProperties().getProperty(SKIP);
        if (commandLine != null) {
            return Optional.of("-D" + SKIP).filter(name -> Boolean.parseBoolean(commandLine));
        }
        return Optional.of("<skip> in the POM (or the property " + SKIP + ")").filter(name -> skip);
    }

    private Timeouts timeouts(Faults faults) {
        return new Timeouts(
                seconds("connectTimeout", connectTimeout, 1, faults), seconds("readTimeout", readTimeout, 1, faults));
    }

    static Duration seconds(String parameter, int value, int least, Faults faults) {
        if (value < least || value > 3600) {
            faults.add(parameter, "is " + value + ", but must be from " + least + " to 3600 seconds");
        }
        return Duration.ofSeconds(value);
    }

    private void rehearse(W wish, Timeouts timeouts) throws GoalFailedException, IOException, MojoFailureException {
        getLog().info("Rehearsal: the service is simulated inside this build, nothing leaves this machine.");
        try (Rehearsal rehearsal = Rehearsal.start(directory().resolve("simulator.json"))) {
            prepare(rehearsal.account(), wish);
            act(wish, rehearsal.service(timeouts));
        }
    }
}
