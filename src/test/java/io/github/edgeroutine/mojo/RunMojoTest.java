// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What the goal accepts and refuses. */
@MojoTest
class RunMojoTest extends RehearsalFixture {

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "port", value = "65536")
    @MojoParameter(name = "service", value = "cdn")
    @MojoParameter(name = "localHosts", value = "http://127.0.0.1")
    void namesEveryErrorInOneMessage(RunMojo mojo) throws Exception {
        set(RunMojo.class, mojo, "codeFile", directory.resolve("none.js").toFile());
        set(RunMojo.class, mojo, "watch", directory.resolve("dist").toFile());
        set(RunMojo.class, mojo, "nodeExecutable", directory.toFile());

        assertEquals(
                List.of(
                        "<service> (-Dedge-routine.service) is 'cdn', but must be dcdn or esa",
                        "<codeFile> (-Dedge-routine.codeFile) is not a file: " + directory.resolve("none.js"),
                        "<port> (-Dedge-routine.port) is 65536, but must be from 0 to 65535",
                        "<watch> (-Dedge-routine.watch) is not a directory: " + directory.resolve("dist"),
                        "<localHosts> (-Dedge-routine.localHosts) contains 'http://127.0.0.1', which is not a"
                                + " host such as"
                                + " origin.example.com or 127.0.0.1:8080",
                        "<nodeExecutable> (-Dedge-routine.nodeExecutable) is not a program: " + directory),
                List.of(faults(inProject(RunMojo.class, mojo)).split("; ")));
    }

    @Test
    @InjectMojo(goal = "run")
    @MojoParameter(name = "skip", value = "true")
    void canBeSkipped(RunMojo mojo) throws Exception {
        inProject(RunMojo.class, mojo).execute();

        assertEquals(List.of("Skipped: <skip> in the POM (or the property edge-routine.skip) is set."), log);
    }
}
