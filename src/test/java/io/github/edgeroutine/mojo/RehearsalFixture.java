// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A goal in its own project. Keeps the log. */
abstract class RehearsalFixture extends MojoFixture {

    @TempDir
    Path directory;

    final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepareSession() {
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        when(session.getResult()).thenReturn(new DefaultMavenExecutionResult());
        when(session.getLocalRepository().getBasedir()).thenReturn(directory.toString());
    }

    /** The file with the account of a service in a rehearsal. */
    final Path stateFile(String name) {
        return directory.resolve("target/edge-routine").resolve(name);
    }

    final <M extends EdgeRoutineMojo<?>> M inProject(M mojo) throws ReflectiveOperationException {
        return inProject(EdgeRoutineMojo.class, mojo);
    }

    /** @param declares the class with the field for Maven's services */
    final <M extends Mojo> M inProject(Class<?> declares, M mojo) throws ReflectiveOperationException {
        in(project(), maven(declares, mojo).execution(), declares, mojo);
        mojo.setLog(recorder());
        return mojo;
    }

    /** The only project of the build. */
    final MavenProject project() {
        MavenProject project = new MavenProject();
        project.setGroupId("g");
        project.setArtifactId("a");
        project.setVersion("1");
        project.setFile(directory.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(directory.resolve("target").toString());
        when(session.getProjects()).thenReturn(List.of(project));
        return project;
    }

    /** Keeps what is logged. */
    final Log recorder() {
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
}
