// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

@MojoTest
class StatusMojoTest extends MojoFixture {

    private static final String GOAL = "status";

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "format", value = "xml")
    void anUnknownFormatIsNamed(StatusMojo mojo) {
        assertEquals("<format> (-Dedge-routine.format) is 'xml', but must be table or json; " + NO_NAME, faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "format", value = " json ")
    void blanksAroundAFormatAreIgnored(StatusMojo mojo) throws MojoFailureException {
        assertEquals("hello", request(mojo).routine().text());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void inAReactorWithoutARoutineTheMessageAsksForAModule(StatusMojo mojo) throws ReflectiveOperationException {
        when(session.getProjects()).thenReturn(List.of(new MavenProject(), new MavenProject()));
        MojoExecution byHand =
                new MojoExecution(execution(mojo).getMojoDescriptor(), "default-cli", MojoExecution.Source.CLI);
        in(new MavenProject(), byHand, mojo);
        ParameterErrors faults = new ParameterErrors();

        mojo.validate(faults);

        assertEquals(
                "The configuration cannot be used: " + NO_NAME
                        + "; no module of this build has one, so add <name> to the POM of the routine's module,"
                        + " or select that module with -pl",
                faults.failure().getMessage());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aNameThatIsOnlyInExecutionsIsMentioned(StatusMojo mojo) throws ReflectiveOperationException {
        PluginExecution named = new PluginExecution();
        named.setId("a");
        named.setConfiguration(new Xpp3Dom("configuration"));
        ((Xpp3Dom) named.getConfiguration()).addChild(new Xpp3Dom("name"));
        ((Xpp3Dom) named.getConfiguration()).getChild("name").setValue("hello");
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.edgeroutine");
        plugin.setArtifactId("edge-routine-maven-plugin");
        plugin.addExecution(named);
        MavenProject module = new MavenProject();
        module.getBuild().addPlugin(plugin);
        MojoExecution byHand = new MojoExecution(plugin, GOAL, "default-cli");
        byHand.setMojoDescriptor(execution(mojo).getMojoDescriptor());
        in(module, byHand, mojo);

        assertEquals(NO_NAME + "; the POM sets it only in executions, so run edge-routine:status@a", faults(mojo));
    }
}
