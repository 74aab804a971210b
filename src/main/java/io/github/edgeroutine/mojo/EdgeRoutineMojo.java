// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.cloud.ClassPreload;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.Expressions;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.NestedElement;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.Parameters;
import io.github.edgeroutine.mojo.reactor.PomRoutines;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * What all goals do in the same order: skip, offline, validation, credentials, network. Each step works where the later
 * ones could not.
 *
 * @param <W> the request: what the goal's own parameters ask for
 */
abstract class EdgeRoutineMojo<W> extends ServiceMojo {

    private static final String SKIP = "edge-routine.skip";

    /**
     * The name of the routine, as the DCDN console lists it. Required unless the goal is skipped; <code>rollback</code>
     * can do without, as it knows which routines the last run of the module wrote. On the command line of a build it selects
     * the executions of that routine, and the others are left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * Skips the goal; nothing else is looked at then, so the other parameters may be missing. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = SKIP, defaultValue = "false")
    private String skip;

    /**
     * Whether to tell the CI server of the build: a failure as an annotation for GitHub Actions, Azure Pipelines and, in
     * <code>target/edge-routine/gl-code-quality.json</code>, GitLab; what was published in the file that
     * <code>GITHUB_STEP_SUMMARY</code> names. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.ci", defaultValue = "true")
    private String ci;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    private final SelectedModules modules;

    EdgeRoutineMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter);
        this.modules = modules;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (isOfAllModules()) {
            if (modules.run(session(), execution, sharedInBuild(), getLog())) {
                return;
            }
            askedName()
                    .ifPresent(asked -> getLog().info("No module of this build names routine " + asked
                            + ", so the goal runs once, with the configuration of module " + project.getArtifactId()
                            + ". To take that of another module, select it with -pl."));
        }
        executeHere();
    }

    private boolean isOfAllModules() {
        return SelectedModules.areMeant(session(), execution, sharedInBuild());
    }

    private Optional<String> askedName() {
        return Optional.ofNullable(session().getUserProperties().getProperty("edge-routine.name"))
                .map(String::strip);
    }

    private void executeHere() throws MojoExecutionException, MojoFailureException {
        if (SelectedModules.leaveOut(project, this::hasRoutine, sharedInBuild(), getLog())) {
            return;
        }
        try {
            Optional<String> skipSwitch = skipSwitch();
            if (skipSwitch.isPresent()) {
                getLog().info("Skipped, as " + skipSwitch.get() + " says.");
                return;
            }
            if (intake().isMeant(name)) {
                perform();
            }
        } catch (MojoFailureException | MojoExecutionException e) {
            ci().ifPresent(server -> server.failed(e.getMessage()));
            throw e;
        }
    }

    private Intake intake() {
        return new Intake(
                session(),
                project,
                execution,
                new Parameters(execution.getMojoDescriptor(), this),
                sharedInBuild(),
                getLog());
    }

    /** The elements of a parameter that only the POM can give. */
    final List<NestedElement> elements(
            String parameter, PlexusConfiguration list, String name, ParameterErrors faults) {
        return faults.readInPom(parameter, () -> NestedElement.all(list, name, new Expressions(session(), execution)))
                .orElse(List.of());
    }

    private void perform() throws MojoExecutionException, MojoFailureException {
        if (session().isOffline() && !isRehearsal() && !isOnThisMachine()) {
            throw new MojoFailureException("Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine"
                    + " service cannot be called: go online, rehearse with -Dedge-routine.simulate, or leave the goal out"
                    + " with -Dedge-routine.skip.");
        }
        // Once in a build: the classes stay loaded.
        boolean first = sharedInBuild().putIfAbsent("edge-routine.headStart", true) == null;
        Optional<ClassPreload> headStart =
                first ? Optional.of(new ClassPreload(tls(), DcdnRoutines::readEmptyRoutine)) : Optional.empty();
        try {
            carryOut();
        } finally {
            headStart.ifPresent(ClassPreload::end);
        }
    }

    private void carryOut() throws MojoExecutionException, MojoFailureException {
        ParameterErrors faults = new ParameterErrors();
        faults.readInPom("directory", this::directory);
        Optional<W> request = request(faults);
        Optional<Endpoint> address = endpoint(faults);
        faults.throwIfAny();
        try {
            proceed(request.orElseThrow(), isRehearsal() ? rehearsal(request.get()) : access(address.orElseThrow()));
        } catch (GoalFailedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("A file could not be read or written: " + e.getMessage(), e);
        }
    }

    /** Reads the goal's own parameters; the result counts only if no fault was noted. */
    abstract Optional<W> request(ParameterErrors faults);

    /** Makes what the request names exist in a simulated account; nothing, unless a goal says otherwise. */
    void prepare(DcdnAccount account, W request) {}

    /** Does it now, unless a goal says otherwise. */
    void proceed(W request, PendingConnection access) throws GoalFailedException, IOException, MojoFailureException {
        try (Connection service = access.open()) {
            act(request, service);
        }
    }

    abstract void act(W request, Connection service) throws GoalFailedException, IOException, MojoFailureException;

    private PendingConnection rehearsal(W request) {
        return rehearsal(directory().resolve("simulator.json"), account -> prepare(account, request));
    }

    /** Whether this module has a routine that a call of the goal by hand can mean. */
    private boolean hasRoutine() {
        return hasRoutine(project);
    }

    boolean hasRoutine(MavenProject module) {
        List<String> names = new PomRoutines(module, execution).names();
        return askedName().map(names::contains).orElse(!names.isEmpty());
    }

    /** Whether the call names one routine: with its name, or with an execution that has a name of its own. */
    final boolean isOfOneRoutine() {
        return askedName().isPresent() || new PomRoutines(project, execution).areOfExecution();
    }

    final Optional<RoutineName> requireRoutine(ParameterErrors faults) {
        return faults.require("name", name, nameHint(), RoutineName::new);
    }

    final String nameHint() {
        List<String> executions = new PomRoutines(project, execution).unused();
        return "give the name of the routine, as the DCDN console lists it"
                + (executions.isEmpty() ? whereToGiveIt() : commands(executions));
    }

    private String whereToGiveIt() {
        return isOfAllModules()
                ? "; no module of this build names one, so put <name> into the POM of the routine's module, or select"
                        + " that module with -pl"
                : "";
    }

    private String commands(List<String> executions) {
        return "; the POM gives it in executions alone, so run "
                + executions.stream()
                        .map(id -> "edge-routine:" + execution.getGoal() + "@" + id)
                        .collect(joining(" or "));
    }

    /** Of a goal that can do without; a wrong name is a fault all the same. */
    final Optional<RoutineName> routine(ParameterErrors faults) {
        return name == null || name.isBlank() ? Optional.empty() : requireRoutine(faults);
    }

    /** Empty if the user does not want it to be told. That the switch itself is odd, is told. */
    final Optional<CiNotices> ci() {
        return ci.strip().equalsIgnoreCase("false") ? Optional.empty() : Optional.of(new CiNotices(this));
    }

    final MavenProject project() {
        return project;
    }

    /** Where the goals keep files: {@code target/edge-routine} of the module, or of the current directory without a POM. */
    final Path directory() {
        return directory(project);
    }

    final Path directory(MavenProject module) {
        Path target = module.getFile() == null
                ? Path.of(session().getExecutionRootDirectory(), "target")
                : Path.of(module.getBuild().getDirectory());
        return target.resolve("edge-routine");
    }

    /** How a memory calls the module, the same in every checkout. */
    final String id(MavenProject module) {
        return module.getFile() == null
                ? session().getExecutionRootDirectory()
                : module.getGroupId() + ":" + module.getArtifactId();
    }

    /** @param given {@code null} for the usual place */
    final Path reportFile(File given) {
        return given == null ? directory().resolve("publish.json") : given.toPath();
    }

    private Optional<String> skipSwitch() throws MojoFailureException {
        String commandLine = session().getUserProperties().getProperty(SKIP);
        String given = commandLine == null ? skip : commandLine;
        String where = commandLine == null ? "<skip> in the POM (or the property " + SKIP + ")" : "-D" + SKIP;
        ParameterErrors faults = new ParameterErrors();
        Optional<Boolean> on = faults.read("skip", () -> ParameterText.isOn(given));
        faults.throwIfAny();
        return Optional.of(where).filter(name -> on.orElseThrow());
    }
}
