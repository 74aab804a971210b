// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invalid value fails the goal first. The command line overrides the POM. */
@MojoTest
class IntakeTest extends MojoFixture {

    private static final String INTRO = "The configuration cannot be used: ";

    private final Log log = mock(Log.class);
    private final MavenProject module = module("shop");

    @BeforeEach
    void noNetwork() {
        lenient().when(session.isOffline()).thenReturn(true);
        lenient().when(session.getProjects()).thenReturn(List.of(module));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "skip", value = "yes")
    void anInvalidSkipIsRefused(PublishMojo mojo) {
        assertEquals(INTRO + "<skip> (-Dedge-routine.skip) is 'yes', but must be true or false", failure(mojo));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "force", value = "1")
    void anInvalidSwitchInThePomIsRefused(UploadMojo mojo) {
        assertEquals(INTRO + "<force> (-Dedge-routine.force) is '1', but must be true or false", failure(mojo));
    }

    @Test
    @InjectMojo(goal = "prune")
    void everyInvalidSwitchOnTheCommandLineIsRefused(PruneMojo mojo) {
        commandLine("dryRun", "yes");
        commandLine("ci", "");
        commandLine("simulate", "of course");

        assertEquals(
                INTRO
                        + "<ci> (-Dedge-routine.ci) is empty, but must be true or false; <dryRun>"
                        + " (-Dedge-routine.dryRun) is"
                        + " 'yes', but must be true or false; <simulate> (-Dedge-routine.simulate) is 'of"
                        + " course', but must"
                        + " be true or false",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "rollback")
    void anUnknownPropertyIsRefusedWithTheNearestName(RollbackMojo mojo) {
        commandLine("dryrun", "true");
        commandLine("probes", "https://example.com/");
        commandLine("version", "0.1.0");

        assertEquals(
                INTRO + "-Dedge-routine.dryrun is unknown: no goal of this plugin has such a property. Did you mean"
                        + " edge-routine.dryRun?; -Dedge-routine.probes is unknown: <probes> can be given only"
                        + " in the POM",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    void anUnknownPropertyOfThePomIsRefused(PublishMojo mojo) throws ReflectiveOperationException {
        module.getProperties().setProperty("edge-routine.restore", "true");
        in(module, mojo);

        assertEquals(
                INTRO
                        + "The property edge-routine.restore of the POM or settings.xml is unknown: no goal of"
                        + " this plugin"
                        + " has such a property. Did you mean edge-routine.restoreOnFailure?",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "status")
    void anUnknownElementOfAnyExecutionIsRefused(StatusMojo mojo) throws ReflectiveOperationException {
        execution(module, "rollout", "publish", element("allowSnapshots", "false"), element("dryRun", "false"));
        in(module, mojo);

        assertEquals(
                INTRO
                        + "<allowSnapshots> in <configuration> is unknown: no goal of this plugin has such a"
                        + " parameter. Did"
                        + " you mean <allowSnapshot>?",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    void aValueThatMavenWouldReplaceByTheDefaultIsRefused(PublishMojo mojo) throws ReflectiveOperationException {
        execution(module, "default-cli", "publish", element("dryRun", null), element("timeout", "${no.such.property}"));
        in(module, mojo);
        when(execution(mojo).getExecutionId()).thenReturn("default-cli");

        assertEquals(
                INTRO + "<dryRun> (-Dedge-routine.dryRun) is empty, but must be true or false; <timeout>"
                        + " (-Dedge-routine.timeout) is ${no.such.property}, which has no value",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    void aPropertyWithoutThePrefixIsAWarning(PublishMojo mojo) throws ReflectiveOperationException {
        set(AbstractMojo.class, mojo, "log", log);
        userProperties.setProperty("dryRun", "true");
        userProperties.setProperty("skipTests", "true");

        assertTrue(failure(mojo).startsWith("Maven is offline "));

        verify(log)
                .warn("-DdryRun is not a property of this plugin and has no effect. Did you mean"
                        + " -Dedge-routine.dryRun?");
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    @MojoParameter(name = "environments", value = "production")
    void theCommandLineOverridesThePom(PublishMojo mojo) throws Exception {
        execution(module, "default-cli", "publish", element("environments", "production"), element("name", "hello"));
        in(module, mojo);
        when(execution(mojo).getExecutionId()).thenReturn("default-cli");
        set(AbstractMojo.class, mojo, "log", log);
        commandLine("environments", "staging, presetCanaryZhejiang");
        commandLine("name", "hello");
        commandLine("verifyTimeout", "7s");
        commandLine("reportFile", "out/report.json");
        commandLine("dryRun", "true");

        failure(mojo);

        assertEquals("staging, presetCanaryZhejiang", request(mojo).targets().toString());
        assertEquals(7, request(mojo).verifyTimeout().toSeconds());
        assertEquals(true, request(mojo).dryRun());
        assertEquals(
                Path.of("").toAbsolutePath().resolve("out/report.json"),
                ((File) get(ReportingMojo.class, mojo, "reportFile")).toPath());
        verify(log).info("-Dedge-routine.environments overrides <environments> of the POM.");
        verify(log, never()).info("-Dedge-routine.name overrides <name> of the POM.");
    }

    @Test
    @InjectMojo(goal = "upload")
    void anEmptyPathIsRefused(UploadMojo mojo) {
        commandLine("codeFile", "");

        assertEquals(INTRO + "<codeFile> (-Dedge-routine.codeFile) is empty: give a path, or remove it", failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "name", value = "b")
    void inABuildTheNameSelectsTheExecutions(PublishMojo mojo) throws ReflectiveOperationException {
        execution(module, "a", "publish", element("name", "a"));
        execution(module, "b", "publish", element("name", "b"));
        inTheLifecycle(mojo);
        set(AbstractMojo.class, mojo, "log", log);
        commandLine("name", "a");

        assertDoesNotThrow(mojo::execute);

        verify(log).info("Skipped: -Dedge-routine.name selects routine a, but this execution is for routine b.");
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "name", value = "b")
    void aNameWithoutAnExecutionIsRefused(PublishMojo mojo) throws ReflectiveOperationException {
        execution(module, "a", "publish", element("name", "a"));
        execution(module, "b", "publish", element("name", "b"));
        inTheLifecycle(mojo);
        commandLine("name", "c");

        assertEquals(
                INTRO
                        + "<name> (-Dedge-routine.name) is 'c', but the executions of this build are for other"
                        + " routines: a,"
                        + " b",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    void inABuildAParameterThatDiffersBetweenExecutionsIsRefused(PublishMojo mojo) throws ReflectiveOperationException {
        execution(module, "first", "publish", element("environments", "staging"), element("codeRevision", "17"));
        execution(module, "then", "publish", element("environments", "production"), element("codeRevision", "17"));
        inTheLifecycle(mojo);
        commandLine("environments", "production");
        commandLine("codeRevision", "18");

        assertEquals(
                INTRO
                        + "<environments> (-Dedge-routine.environments) cannot be given on the command line of"
                        + " this build,"
                        + " because the POM gives different values to publish@first of shop, publish@then of"
                        + " shop. Run one of them by hand as edge-routine:publish@<execution>, and select its"
                        + " module with -pl",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = "publish")
    void byHandItIs(PublishMojo mojo) throws ReflectiveOperationException {
        execution(module, "first", "publish", element("environments", "staging"));
        execution(module, "then", "publish", element("environments", "production"));
        in(module, mojo);
        when(execution(mojo).getSource()).thenReturn(MojoExecution.Source.CLI);
        commandLine("environments", "production");

        String failure = failure(mojo);

        assertTrue(failure.startsWith("Maven is offline "), failure);
    }

    private void inTheLifecycle(PublishMojo mojo) throws ReflectiveOperationException {
        in(module, mojo);
        when(execution(mojo).getSource()).thenReturn(MojoExecution.Source.LIFECYCLE);
    }

    private static MavenProject module(String name) {
        MavenProject module = new MavenProject();
        module.setArtifactId(name);
        module.setFile(new File("pom.xml").getAbsoluteFile());
        module.getModel().setBuild(new Build());
        module.getBuild().setDirectory("target");
        return module;
    }

    @SafeVarargs
    private static void execution(MavenProject module, String id, String goal, Consumer<Xpp3Dom>... elements) {
        Plugin plugin = module.getBuild().getPlugins().stream().findFirst().orElseGet(() -> {
            Plugin fresh = new Plugin();
            fresh.setGroupId("io.github.edgeroutine");
            fresh.setArtifactId("edge-routine-maven-plugin");
            module.getBuild().addPlugin(fresh);
            return fresh;
        });
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (Consumer<Xpp3Dom> element : elements) {
            element.accept(configuration);
        }
        execution.setConfiguration(configuration);
        plugin.addExecution(execution);
        plugin.flushExecutionMap();
    }

    private static Consumer<Xpp3Dom> element(String name, String value) {
        return configuration -> {
            Xpp3Dom element = new Xpp3Dom(name);
            element.setValue(value);
            configuration.addChild(element);
        };
    }
}
