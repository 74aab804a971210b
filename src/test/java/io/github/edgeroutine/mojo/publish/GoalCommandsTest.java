// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.mojo.context.GoalContext;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoalCommandsTest {

    private static final String LONG = "io.github.edgeroutine:edge-routine-maven-plugin:1.2.3:";
    private static final Map<String, String> NAME = Map.of("name", "hello");

    private final Path here = Path.of("here").toAbsolutePath();
    private final MavenSession session = mock(MavenSession.class);
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Properties user = new Properties();
    private final Properties system = new Properties();
    private final MavenProject module = new MavenProject();
    private String execution = "default-cli";

    @BeforeEach
    void runDeploy() {
        system.setProperty("user.dir", here.toString());
        system.setProperty("user.home", here.resolve("home").toString());
        system.setProperty("os.name", "Linux");
        request.setPom(here.resolve("pom.xml").toFile());
        module.setArtifactId("shop");
        when(session.getGoals()).thenReturn(List.of("clean", "deploy"));
        when(session.getRequest()).thenReturn(request);
        when(session.getUserProperties()).thenReturn(user);
        when(session.getSystemProperties()).thenReturn(system);
        when(session.getAllProjects()).thenReturn(List.of(module));
    }

    @Test
    void aCommandHasTheLongFormThatWorksWithoutAPluginGroup() {
        assertEquals(
                "mvn " + LONG + "rollback -Dedge-routine.name=hello", commands().goal("rollback", NAME));
    }

    @Test
    void aCommandHasTheShortFormIfTheUserUsedIt() {
        when(session.getGoals()).thenReturn(List.of("edge-routine:publish"));

        assertEquals(
                "mvn edge-routine:rollback -Dedge-routine.name=hello",
                commands().goal("rollback", NAME));
    }

    @Test
    void aCommandNamesTheExecutionOfThePom() {
        execution = "publish-shop";

        assertEquals(
                "mvn " + LONG + "status@publish-shop -Dedge-routine.name=hello",
                commands().goal("status", NAME));
    }

    @Test
    void aCommandRepeatsOnlyTheOptionsOfTheService() {
        user.setProperty("edge-routine.service", "esa");
        user.setProperty("edge-routine.simulate", "true");
        user.setProperty("edge-routine.codeRevision", "18");
        user.setProperty("token", "s3cret");
        user.setProperty("maven.repo.local", "/r");

        Map<String, String> options = new LinkedHashMap<>(NAME);
        options.put("environments", "staging,production");
        assertEquals(
                "mvn " + LONG + "rollback -Dmaven.repo.local=/r -Dedge-routine.service=esa -Dedge-routine.simulate=true"
                        + " -Dedge-routine.name=hello -Dedge-routine.environments=staging,production",
                commands().goal("rollback", options));
    }

    @Test
    void aCommandRunsOnlyInTheModuleOfTheReport() {
        when(session.getAllProjects()).thenReturn(List.of(new MavenProject(), module));

        assertEquals(
                "mvn -pl :shop " + LONG + "rollback -Dedge-routine.name=hello",
                commands().goal("rollback", NAME));
    }

    @Test
    void theBuildHasItsPomItsSettingsItsProfilesItsModulesAndItsOptions() {
        request.setPom(here.resolve("site/pom.xml").toFile());
        request.setUserSettingsFile(new File("/etc/ci settings.xml"));
        request.setActiveProfiles(List.of("live", "eu"));
        request.setSelectedProjects(List.of("shop", "!gone"));
        user.setProperty("edge-routine.message", "Fix the shop's title");

        assertEquals(
                "mvn -f " + Path.of("site", "pom.xml") + " -s '" + new File("/etc/ci settings.xml") + "' -P live,eu -pl"
                        + " 'shop,!gone' clean deploy '-Dedge-routine.message=Fix the shop'\\''s title'",
                commands().build());
    }

    @Test
    void theDefaultSettingsAreNotNamed() {
        request.setUserSettingsFile(here.resolve("home/.m2/settings.xml").toFile());

        assertEquals("mvn clean deploy", commands().build());
    }

    @Test
    void anOptionReplacesTheOneOfTheUser() {
        user.setProperty("edge-routine.dryRun", "true");

        assertEquals("mvn clean deploy -Dedge-routine.dryRun=false", commands().build("dryRun", "false"));
    }

    @Test
    void anOptionOfAnotherPluginIsNamedWithoutItsValue() {
        user.setProperty("token", "s3cret");
        user.setProperty("revision", "1.2");
        user.setProperty("edge-routine.force", "true");
        user.setProperty("maven.repo.local", "/r");

        assertEquals(List.of("-Drevision", "-Dtoken"), commands().omitted());
        assertEquals(
                "mvn clean deploy -Dmaven.repo.local=/r -Dedge-routine.force=true",
                commands().build());
    }

    @Test
    void aCommandHasDoubleQuotesOnWindows() {
        system.setProperty("os.name", "Windows 11");
        user.setProperty("edge-routine.message", "Say \"hello\"");

        assertEquals(
                "mvn clean deploy \"-Dedge-routine.message=Say \\\"hello\\\"\"",
                commands().build());
    }

    private GoalCommands commands() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.edgeroutine");
        plugin.setArtifactId("edge-routine-maven-plugin");
        plugin.setVersion("1.2.3");
        plugin.setGoalPrefix("edge-routine");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        return new GoalCommands(new GoalContext(
                session, module, new MojoExecution(goal, execution), new SystemStreamLog(), DcdnTraits.TRAITS));
    }
}
