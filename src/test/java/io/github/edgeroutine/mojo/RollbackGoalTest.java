// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.rollback.Invocation;
import io.github.edgeroutine.routine.rollback.RunKind;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The goal as a build calls it, on the wire to a simulated service, with a memory of earlier builds. */
@MojoTest
class RollbackGoalTest extends MojoFixture {

    private static final String GOAL = "rollback";
    private static final AccessKey KEY = new AccessKey("LTAI5tUnitTest0000001", "noSecretAtAll00000000000000000", null);

    @TempDir
    Path directory;

    private final List<String> log = new ArrayList<>();

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private int builds;

    @BeforeEach
    void prepareAccountAndSession() throws Exception {
        for (String routine : List.of("hello", "shop")) {
            account.ensure(routine, "15", List.of());
            account.publish(routine, "16", List.of("production", "staging"));
            account.ensure(routine, "17", List.of());
        }
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        when(session.getResult()).thenReturn(new DefaultMavenExecutionResult());
        // A new one for each test, because tests can get the same port, and with it the memory of another test.
        when(session.getLocalRepository().getBasedir()).thenReturn(directory.toString());
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername(KEY.id());
        server.setPassword(KEY.secret());
        settings.addServer(server);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void everyRoutineThatTheLastRunOfTheModuleWroteIsRolledBack(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("a", "shop", "staging");

        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("16", live("shop", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void aNameInThePomDoesNotExcludeTheOtherRoutinesOfTheRun(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("a", "shop", "staging");

        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("16", live("shop", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void aNameOnTheCommandLineSelectsOnlyThatRoutine(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("a", "shop", "staging");
        commandLine("name", "hello");

        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("17", live("shop", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void anExecutionWithANameSelectsOnlyThatRoutine(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("a", "shop", "staging");
        RollbackMojo goal = in("a", mojo);
        asExecution("h", "hello", goal);

        goal.execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("17", live("shop", "staging"));
    }

    /** As {@code rollback@id}, in a POM whose execution names the routine. */
    private void asExecution(String id, String routine, RollbackMojo goal) throws ReflectiveOperationException {
        Xpp3Dom name = new Xpp3Dom("name");
        name.setValue(routine);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(name);
        PluginExecution named = new PluginExecution();
        named.setId(id);
        named.setConfiguration(configuration);
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.edgeroutine");
        plugin.setArtifactId("edge-routine-maven-plugin");
        plugin.addExecution(named);
        MavenProject module = project("a");
        module.getBuild().addPlugin(plugin);
        MojoExecution byHand = new MojoExecution(plugin, GOAL, id);
        byHand.setMojoDescriptor(execution(goal).getMojoDescriptor());
        in(module, byHand, goal);
    }

    @Test
    @InjectMojo(goal = GOAL)
    void nothingIsWrittenInAnyRoutineIfSomebodyElseHasPublished(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("a", "shop", "staging");
        account.publish("shop", "15", List.of("staging"));

        assertEquals(
                "Somebody else has published routine shop since its last run, so nothing is rolled back:"
                        + " staging runs 15,"
                        + " not 17. Nothing was changed. To restore what ran before that run anyway, set <force>"
                        + " (-Dedge-routine.force).",
                failure(in("a", mojo)));
        assertEquals("17", live("hello", "production"));
        assertEquals(0, writes());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "force", value = "true")
    void withForceAPublishOfSomebodyElseIsRevertedToo(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        account.publish("hello", "15", List.of("production"));

        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "retries", value = "0")
    void nothingIsWrittenIfTheStateCannotBeRead(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        simulator.scriptForever("DescribeRoutine", Fault.raw(200, "text/html", "<html>"));

        assertTrue(failure(in("a", mojo))
                .startsWith("Could not check who has published since the last run of routine hello: "));
        assertEquals(0, writes());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anEnvironmentThatRanNothingBeforeIsReportedAfterTheOthersAreRestored(RollbackMojo mojo) throws Exception {
        remember("a", "hello", Map.of("production", Optional.of("16"), "staging", Optional.empty()));
        account.publish("hello", "17", List.of("production", "staging"));

        String failure = failure(in("a", mojo));

        assertTrue(
                failure.contains(
                        "It is not known that a committed revision ran in staging of routine hello before the last"
                                + " run, so nothing can be restored there"),
                failure);
        assertEquals("16", live("hello", "production"));
        assertEquals("17", live("hello", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunWritesNothingAndKeepsTheMemory(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");

        in("a", mojo).execute();
        assertEquals(0, writes());
        set(RollbackMojo.class, mojo, "dryRun", "false");
        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anOlderRunOfTheModuleIsNotChangedButReported(RollbackMojo mojo) throws Exception {
        published("a", "shop", "staging");
        published("a", "hello", "production");

        in("a", mojo).execute();

        assertEquals("17", live("shop", "staging"));
        assertTrue(
                log.contains("The last run did not write to routine shop, so this routine is not changed. To undo its"
                        + " own last run, call the goal with -Dedge-routine.name=shop."),
                log.toString());
    }

    /** As if the goal runs in each selected module. */
    @Test
    @InjectMojo(goal = GOAL)
    void eachOfTwoModulesRevertsItsPartOfTheLastRun(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("b", "shop", "staging");
        when(session.getProjects()).thenReturn(List.of(owner("a"), owner("b")));

        module("a", mojo).execute();
        assertEquals("17", live("shop", "staging"));
        module("b", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("16", live("shop", "staging"));
    }

    /**
     * Its POM names no routine, so the goal does not run in it. The build that wrote had the name from another place.
     */
    @Test
    @InjectMojo(goal = GOAL)
    void aModuleInWhichTheGoalDoesNotRunIsRolledBackByTheFirst(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("b", "shop", "staging");
        when(session.getProjects()).thenReturn(List.of(owner("a"), project("b")));

        module("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("16", live("shop", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "simulate", value = "true")
    void aRehearsedModuleIsRolledBackAlsoIfItsPomNamesNoRoutine(RollbackMojo mojo) throws Exception {
        in("a", mojo);
        remember(
                Connector.rehearsed(EdgeService.DCDN, mojo.goal().directory(project("b"))),
                "b",
                "shop",
                Map.of("staging", Optional.of("16")));

        assertTrue(mojo.isReached(project("b")));
        assertTrue(!mojo.isReached(project("a")));
        commandLine("name", "hello");
        assertTrue(!mojo.isReached(project("b")));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void theFirstModuleRollsBackAllRoutinesIfNoPomNamesOne(RollbackMojo mojo) throws Exception {
        published("b", "shop", "staging");
        when(session.getProjects()).thenReturn(List.of(project("a"), project("b")));

        module("a", mojo).execute();

        assertEquals("16", live("shop", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void theFirstOfTwoModulesRefusesIfTheSecondCannotRollBack(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        alsoPublished("b", "shop", "staging");
        account.publish("shop", "15", List.of("staging"));
        when(session.getProjects()).thenReturn(List.of(owner("a"), owner("b")));

        assertTrue(failure(module("a", mojo)).startsWith("Somebody else has published routine shop "));
        assertEquals(0, writes());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aModuleThatTheLastRunDidNotWriteToIsNotChanged(RollbackMojo mojo) throws Exception {
        published("b", "shop", "staging");
        published("a", "hello", "production");
        when(session.getProjects()).thenReturn(List.of(owner("b"), owner("a")));

        module("b", mojo).execute();
        module("a", mojo).execute();

        assertEquals("17", live("shop", "staging"));
        assertEquals("16", live("hello", "production"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void withoutAMemoryThePreviousRevisionIsFoundForEachEnvironment(RollbackMojo mojo) throws Exception {
        account.publish("hello", "17", List.of("production"));
        commandLine("codeRevision", "previous");
        commandLine("environments", "all,staging");

        in("a", mojo).execute();

        assertEquals("16", live("hello", "production"));
        assertEquals("15", live("hello", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void aRevisionThatIsOlderThanTheOldestIsNamed(RollbackMojo mojo) throws Exception {
        account.publish("hello", "15", List.of("production"));
        commandLine("codeRevision", "previous");
        commandLine("environments", "production");

        String failure = failure(in("a", mojo));

        assertTrue(
                failure.startsWith(
                        "No revision of routine hello is older than what production runs (15), so <codeRevision>"
                                + " (-Dedge-routine.codeRevision) previous cannot be used. The routine has, newest"
                                + " first: 17"),
                failure);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void withoutEnvironmentsARevisionGoesToThoseOfTheLastRun(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        commandLine("codeRevision", "15");

        in("a", mojo).execute();

        assertEquals("15", live("hello", "production"));
        assertEquals("16", live("hello", "staging"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void anEnvironmentThatTheLastRunDidNotWriteToIsNamed(RollbackMojo mojo) throws Exception {
        published("a", "hello", "production");
        commandLine("environments", "production,staging");

        assertEquals(
                "The last run wrote to production of routine hello, not to staging, which <environments>"
                        + " (-Dedge-routine.environments) contains. Nothing was changed. Set <codeRevision>"
                        + " (-Dedge-routine.codeRevision) too,"
                        + " or remove the environments.",
                failure(in("a", mojo)));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void withoutANameAndAMemoryTheNameIsMissing(RollbackMojo mojo) throws Exception {
        assertEquals(
                "<name> (-Dedge-routine.name) is missing, and this machine has no record of a publish of module"
                        + " g:a: give the name of the routine, see the DCDN console",
                faults(in("a", mojo)));
    }

    @Test
    @InjectMojo(goal = "prune")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "keep", value = "0")
    void pruneKeepsTheRevisionThatARollbackWouldNeed(PruneMojo mojo) throws Exception {
        published("a", "hello", "production");
        account.publish("hello", "17", List.of("staging"));

        in("a", mojo).execute();

        assertEquals(List.of("16", "17"), account.revisions("hello"));
    }

    @Test
    @InjectMojo(goal = "prune")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "keep", value = "0")
    void pruneWarnsWithoutAMemory(PruneMojo mojo) throws Exception {
        in("a", mojo).execute();

        assertTrue(
                log.contains("This machine has no record of a publish of routine hello. The revision that a rollback"
                        + " would need is not known, so it may be deleted."),
                log.toString());
    }

    /** Another build publishes 17 in environments that ran 16. */
    private void published(String in, String routine, String environment) {
        builds++;
        alsoPublished(in, routine, environment);
    }

    private void alsoPublished(String in, String routine, String environment) {
        remember(in, routine, Map.of(environment, Optional.of("16")));
        account.publish(routine, "17", List.of(environment));
    }

    private void remember(String in, String routine, Map<String, Optional<String>> before) {
        remember(memories(), in, routine, before);
    }

    private Memories memories() {
        return new Memories(
                new File(session.getLocalRepository().getBasedir(), ".cache/edge-routine-maven-plugin"),
                Endpoint.parse(extension.endpoint()).toString(),
                Credentials.of(KEY.id(), KEY.secret(), KEY.securityToken(), "server aliyun in settings.xml")
                        .account());
    }

    private void remember(Memories memories, String in, String routine, Map<String, Optional<String>> before) {
        Plan plan = new Plan(
                new RoutineName(routine),
                FakeRoutines.live("17"),
                before.entrySet().stream()
                        .map(each -> new Step(
                                new Environment(each.getKey()),
                                FakeRoutines.live(each.getValue().orElse("")),
                                FakeRoutines.live("17"),
                                Action.PUBLISH))
                        .toList(),
                true);
        new RememberedRun(
                        memories,
                        new Invocation(1000 + builds + "-x", "g:" + in),
                        RunKind.PUBLISH,
                        new LoggedProgress(told()))
                .beforeWrite(plan, plan.stages().get(0));
    }

    private <M extends EdgeRoutineMojo<?>> M in(String name, M mojo) throws ReflectiveOperationException {
        when(session.getProjects()).thenReturn(List.of(project(name)));
        return module(name, mojo);
    }

    private <M extends EdgeRoutineMojo<?>> M module(String name, M mojo) throws ReflectiveOperationException {
        set(ServiceMojo.class, mojo, "endpoint", extension.endpoint());
        in(project(name), mojo);
        mojo.setLog(told());
        return mojo;
    }

    private MavenProject project(String name) {
        MavenProject project = new MavenProject();
        project.setGroupId("g");
        project.setArtifactId(name);
        project.setFile(directory.resolve(name).resolve("pom.xml").toFile());
        project.getBuild()
                .setDirectory(directory.resolve(name).resolve("target").toString());
        return project;
    }

    /** Whose POM names a routine. */
    private MavenProject owner(String name) {
        MavenProject project = project(name);
        project.getProperties().setProperty("edge-routine.name", "any");
        return project;
    }

    private SystemStreamLog told() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                log.add(line.toString());
            }
        };
    }

    private String live(String routine, String environment) {
        return account.live(routine).get(environment);
    }

    private long writes() {
        return simulator.calls().stream()
                .filter(call -> call.action().equals("PublishRoutineCodeRevision"))
                .count();
    }
}
