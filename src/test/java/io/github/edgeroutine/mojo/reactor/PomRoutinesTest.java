// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class PomRoutinesTest {

    private final Plugin plugin = new Plugin();
    private final MavenProject module = new MavenProject();

    PomRoutinesTest() {
        plugin.setGroupId("io.github.edgeroutine");
        plugin.setArtifactId("edge-routine-maven-plugin");
        module.getBuild().addPlugin(plugin);
    }

    @Test
    void theNameInThePluginIsUsed() {
        name(plugin, " hello ");
        name(execution("a"), "shop");

        assertEquals(List.of("hello"), byHand("default-cli").names());
        assertEquals(List.of(), byHand("default-cli").unused());
    }

    @Test
    void theNameOfTheExecutionOnTheCommandLineIsUsed() {
        name(plugin, "hello");
        name(execution("a"), "shop");

        assertEquals(List.of("shop"), byHand("a").names());
    }

    @Test
    void namesThatAreOnlyInExecutionsAreKnownButNotUsed() {
        name(execution("a"), "hello");
        name(execution("b"), "shop");

        assertEquals(List.of("hello", "shop"), byHand("default-cli").names());
        assertEquals(List.of("a", "b"), byHand("default-cli").unused());
    }

    @Test
    void anExecutionOfAnotherModuleNamesNothingHere() {
        name(execution("a"), "hello");

        assertEquals(List.of(), byHand("c").names());
        assertEquals(List.of(), byHand("c").unused());
    }

    @Test
    void aPropertyNamesTheRoutineToo() {
        module.getProperties().setProperty("edge-routine.name", "hello");

        assertEquals(List.of("hello"), byHand("default-cli").names());
    }

    private PluginExecution execution(String id) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        plugin.addExecution(execution);
        return execution;
    }

    private static void name(ConfigurationContainer container, String name) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom element = new Xpp3Dom("name");
        element.setValue(name);
        configuration.addChild(element);
        container.setConfiguration(configuration);
    }

    private PomRoutines byHand(String execution) {
        MojoExecution goal = mock();
        when(goal.getPlugin()).thenReturn(plugin);
        when(goal.getExecutionId()).thenReturn(execution);
        return new PomRoutines(module, goal);
    }
}
