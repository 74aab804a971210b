// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class UploadMojoTest extends MojoFixture {

    private static final String GOAL = "upload";
    private static final String CODE = "src/test/resources/junit-platform.properties";
    private static final String FIFTY = "12345678901234567890123456789012345678901234567890";

    @TempDir
    private Path directory;

    @Test
    @InjectMojo(goal = GOAL)
    void missingParametersAreNamed(UploadMojo mojo) {
        assertEquals(
                NO_NAME + "; <codeFile> (-Dedge-routine.codeFile) is not a file: "
                        + Path.of("src/main/edge-routine/index.js").toAbsolutePath(),
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeDescription", value = FIFTY + "🚀")
    void aLongDescriptionIsShortenedWithAWarning(UploadMojo mojo) throws MojoFailureException {
        Log log = mock(Log.class);
        mojo.setLog(log);

        assertEquals(FIFTY, request(mojo).description());
        verify(log)
                .warn("<codeDescription> (-Dedge-routine.codeDescription) has 51 characters. It is shortened to 50.");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeDescription", value = " Fix it\n\n::error::of a commit\tmessage\r\n")
    void aDescriptionIsOneLine(UploadMojo mojo) throws MojoFailureException {
        assertEquals("Fix it ::error::of a commit message", request(mojo).description());
    }

    /** Each of these is one character, but two chars in Java. */
    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeDescription", value = "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀")
    void charactersAreCountedInsteadOfJavaChars(UploadMojo mojo) throws MojoFailureException {
        assertEquals(26, request(mojo).description().codePoints().count());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeDescription", value = " " + FIFTY + " ")
    void blanksAroundADescriptionAreIgnored(UploadMojo mojo) throws MojoFailureException {
        assertEquals(FIFTY, request(mojo).description());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeDescription", value = FIFTY)
    @MojoParameter(name = "pruneOnLimit", value = "true")
    void theGivenCodeIsUploaded(UploadMojo mojo) throws MojoFailureException, IOException {
        UploadRequest upload = request(mojo);

        assertEquals("hello", upload.routine().text());
        assertEquals(FIFTY, upload.description());
        assertArrayEquals(Files.readAllBytes(Path.of(CODE)), upload.code());
        assertFalse(upload.force());
        assertTrue(upload.pruneOnLimit());
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void theDefaultDescriptionIsTheProjectUpToTheLimit(UploadMojo mojo)
            throws MojoFailureException, IOException, ReflectiveOperationException {
        Path code = Files.writeString(directory.resolve("index.js"), "code");
        set(CodeMojo.class, mojo, "codeFile", code.toFile());

        assertEquals("com.example:edge:1.0", describe(mojo, "com.example", "edge", "1.0"));
        assertEquals("edge:1.0", describe(mojo, FIFTY, "edge", "1.0"));
        assertEquals(FIFTY.substring(4) + ":1.0", describe(mojo, "com.example", "edge" + FIFTY, "1.0"));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void theCommitOfTheCodeIsPartOfTheDescription(UploadMojo mojo)
            throws MojoFailureException, IOException, ReflectiveOperationException {
        Path git = Files.createDirectory(directory.resolve(".git"));
        Files.writeString(git.resolve("HEAD"), "0123456789abcdef0123456789abcdef01234567");
        Path code = Files.writeString(directory.resolve("index.js"), "code");
        set(CodeMojo.class, mojo, "codeFile", code.toFile());

        assertEquals("com.example:edge:1.0 0123456", describe(mojo, "com.example", "edge", "1.0"));
    }

    private static String describe(UploadMojo mojo, String group, String artifact, String version)
            throws MojoFailureException, ReflectiveOperationException {
        MavenProject project = new MavenProject();
        project.setGroupId(group);
        project.setArtifactId(artifact);
        project.setVersion(version);
        in(project, mojo);
        return request(mojo).description();
    }

    @Test
    void aDryRunLogsTheRoomIfTheLimitIsKnown() {
        RoutineState ofTen = FakeRoutines.running("staging=18");
        RoutineState three = new RoutineState(ofTen.live(), ofTen.revisions());

        assertEquals(", room for 6 more", UploadLog.room(new UploadPlan(ofTen, Optional.empty(), List.of())));
        assertEquals("", UploadLog.room(new UploadPlan(three, Optional.empty(), List.of())));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "codeCheck", value = "no")
    void anotherStrictnessIsRefused(UploadMojo mojo) {
        assertEquals("<codeCheck> (-Dedge-routine.codeCheck) is 'no', but must be fail, warn or off", faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = CODE)
    @MojoParameter(name = "runCheck", value = "yes")
    void theParametersOfTheCodeRunAreChecked(UploadMojo mojo) throws ReflectiveOperationException {
        Path none = Path.of("no-such-node").toAbsolutePath();
        set(CodeMojo.class, mojo, "nodeExecutable", none.toFile());
        set(CodeMojo.class, mojo, "localHosts", List.of("origin.example.com", "http://a.example.com"));

        assertEquals(
                "<runCheck> (-Dedge-routine.runCheck) is 'yes', but must be auto, require or off; <localHosts>"
                        + " (-Dedge-routine.localHosts) contains 'http://a.example.com', which is not a host such as"
                        + " origin.example.com or 127.0.0.1:8080; <nodeExecutable>"
                        + " (-Dedge-routine.nodeExecutable) is not a program: "
                        + none,
                faults(mojo));
    }
}
