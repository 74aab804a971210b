// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the waiting modules if the report of one of them fails. */
@MojoTest
class DeferredPublishesTest extends MojoFixture {

    @TempDir
    private Path directory;

    private final MavenExecutionResult build = new DefaultMavenExecutionResult();
    private final List<String> log = new ArrayList<>();

    @Test
    void anExceptionFailsItsModuleAndTheOthersAreStillReported(
            @InjectMojo(goal = "publish", pom = COMPLETE)
                    @MojoParameter(name = "publishAtEnd", value = "true")
                    @MojoParameter(name = "simulate", value = "true")
                    PublishMojo broken,
            @InjectMojo(goal = "publish", pom = COMPLETE)
                    @MojoParameter(name = "publishAtEnd", value = "true")
                    @MojoParameter(name = "simulate", value = "true")
                    PublishMojo sound)
            throws Exception {
        when(session.getResult()).thenReturn(build);
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        MavenProject first = module("broken", broken, true);
        MavenProject second = module("sound", sound, false);

        broken.execute();
        sound.execute();
        session.getRequest().getExecutionListener().sessionEnded(null);

        assertEquals(
                List.of("The result of the publish of revision 1620876959997924701 of routine hello in production,"
                        + " presetCanaryZhejiang is not known: StackOverflowError. This is a bug in this"
                        + " plugin: report it to its authors. To see what is live, run"
                        + " edge-routine:status."),
                build.getExceptions().stream().map(Throwable::getMessage).toList());
        assertInstanceOf(BuildFailure.class, build.getBuildSummary(first));
        assertEquals(null, build.getBuildSummary(second));
        assertTrue(log.stream().anyMatch(line -> line.endsWith("  published")), log.toString());
        assertTrue(Files.exists(directory.resolve("broken/target/edge-routine/waiting")));
        assertTrue(Files.notExists(directory.resolve("sound/target/edge-routine/waiting")));
    }

    private MavenProject module(String name, PublishMojo mojo, boolean fails) throws ReflectiveOperationException {
        MavenProject project = new MavenProject();
        project.setGroupId("g");
        project.setArtifactId(name);
        project.setFile(directory.resolve(name).resolve("pom.xml").toFile());
        project.getBuild()
                .setDirectory(directory.resolve(name).resolve("target").toString());
        in(project, mojo);
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                if (fails && line.toString().endsWith("  published")) {
                    throw new StackOverflowError();
                }
                log.add(line.toString());
            }
        });
        return project;
    }
}
