// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goals that show the code of a revision: download and diff. */
@MojoTest
class CodeGoalsTest extends RehearsalFixture {

    private static final String LIVE = "1610000000000000001";
    private static final String NEWER = "1620876959997924701";
    private static final String RUNNING = "addEventListener('fetch', answer);\nconst greeting = 'hello';\n";

    private Path file;

    @BeforeEach
    void anAccountRunsCode() throws IOException {
        DcdnAccount account = new DcdnAccount();
        account.ensure("hello", LIVE, RUNNING.getBytes(UTF_8), List.of("production", "staging"));
        account.publish("hello", LIVE, List.of("production"));
        account.ensure("hello", NEWER, "newer".getBytes(UTF_8), List.of());
        account.save(stateFile("simulator-dcdn.json"));
        file = directory.resolve("code.js");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "@production")
    void theCodeOfProductionIsWrittenToAFile(DownloadMojo mojo) throws Exception {
        Path output = directory.resolve("out/download.json");
        set(DownloadMojo.class, mojo, "toFile", file.toFile());
        set(DownloadMojo.class, mojo, "outputFile", output.toFile());

        inProject(mojo).execute();

        assertEquals(RUNNING, Files.readString(file));
        assertEquals("Routine hello, revision " + LIVE + ": 61 bytes written to " + file + ".", last());
        JsonObject told = json(output);
        assertEquals(LIVE, told.get("revision").getAsString());
        assertEquals(61, told.get("bytes").getAsInt());
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "latest")
    void anotherFileIsReplacedOnlyWithForce(DownloadMojo mojo) throws Exception {
        Files.writeString(file, "mine");
        set(DownloadMojo.class, mojo, "toFile", file.toFile());

        assertEquals(
                "The file " + file
                        + ", see <toFile> (-Dedge-routine.toFile), exists and has different content. Nothing"
                        + " was written. Give another file, or set <force> (-Dedge-routine.force) to"
                        + " replace it.",
                failure(inProject(mojo)));
        assertEquals("mine", Files.readString(file));

        set(DownloadMojo.class, mojo, "force", "true");
        mojo.execute();

        assertEquals("newer", Files.readString(file));
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void missingParametersOfADownloadAreNamed(DownloadMojo mojo) throws Exception {
        assertEquals(
                "<codeRevision> (-Dedge-routine.codeRevision) is missing: give the digits of a revision,"
                        + " latest, or @ and"
                        + " an environment; <toFile> (-Dedge-routine.toFile) is missing: give the file to write"
                        + " the code to",
                faults(inProject(mojo)));
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "@staging")
    void anEnvironmentThatRunsNothingHasNoCode(DownloadMojo mojo) throws Exception {
        set(DownloadMojo.class, mojo, "toFile", file.toFile());

        assertEquals(
                "No committed revision runs in staging of routine hello, so <codeRevision>"
                        + " (-Dedge-routine.codeRevision)"
                        + " @staging cannot be used.",
                failure(inProject(mojo)));
        assertFalse(Files.exists(file));
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void aDifferenceIsShownAsAUnifiedDiff(DiffMojo mojo) throws Exception {
        Path output = directory.resolve("diff.json");
        set(DiffMojo.class, mojo, "outputFile", output.toFile());

        compare(mojo, RUNNING.replace("hello", "hi")).execute();

        List<String> diff = List.of(
                "--- production " + LIVE,
                "+++ code.js",
                "@@ -1,2 +1,2 @@",
                " addEventListener('fetch', answer);",
                "-const greeting = 'hello';",
                "+const greeting = 'hi';");
        assertEquals(diff, log.subList(log.size() - 7, log.size() - 1));
        assertEquals(
                "Environment production of routine hello runs revision " + LIVE
                        + ". Its code differs from code.js (58 bytes), see <codeFile> (-Dedge-routine.codeFile).",
                last());
        assertFalse(json(output).get("same").getAsBoolean());
        assertEquals(diff.get(5), json(output).getAsJsonArray("diff").get(5).getAsString());
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "failOnDifference", value = "true")
    void aDifferenceFailsTheGoalWithFailOnDifference(DiffMojo mojo) throws Exception {
        Path output = directory.resolve("diff.json");
        set(DiffMojo.class, mojo, "outputFile", output.toFile());

        assertEquals(
                "Environment production of routine hello runs revision " + LIVE
                        + ". Its code differs from code.js (61 bytes), see <codeFile> (-Dedge-routine.codeFile)"
                        + " and the diff above. Publish the file, or download the code with"
                        + " edge-routine:download.",
                failure(compare(mojo, RUNNING.replace("hello", "HELLO"))));
        assertFalse(json(output).get("same").getAsBoolean());

        compare(mojo, RUNNING).execute();

        assertEquals(
                "Environment production of routine hello runs revision " + LIVE
                        + ". Its code is the same as code.js (61 bytes).",
                last());
        assertTrue(json(output).get("same").getAsBoolean());
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void differentLineEndingsAreReported(DiffMojo mojo) throws Exception {
        compare(mojo, RUNNING.replace("\n", "\r\n")).execute();

        assertTrue(log.contains("The lines are the same. Only line endings, or bytes that are not text, differ."));
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void oneEnvironmentIsCompared(DiffMojo mojo) throws Exception {
        compare(mojo, RUNNING);
        commandLine("environments", "production,staging");

        assertEquals(
                "<environments> (-Dedge-routine.environments) must name exactly one environment, such as production; it"
                        + " names production, staging",
                faults(mojo));
    }

    /** The user wrote the environment in another element than for a publish. */
    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void anEnvironmentWithoutCodeIsNamedAsTheUserWroteIt(DiffMojo mojo) throws Exception {
        compare(mojo, RUNNING);
        commandLine("environments", "staging");

        assertEquals(
                "No committed revision runs in staging of routine hello, so <environments>"
                        + " (-Dedge-routine.environments)"
                        + " cannot be used.",
                failure(mojo));

        commandLine("environments", "presetCanaryZhejiang");

        assertTrue(failure(mojo)
                .startsWith("Routine hello has no environment presetCanaryZhejiang, see <environments>"
                        + " (-Dedge-routine.environments). "));
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "latest")
    void aDirectoryIsRefused(DownloadMojo mojo) throws Exception {
        set(DownloadMojo.class, mojo, "toFile", directory.toFile());
        set(DownloadMojo.class, mojo, "outputFile", directory.toFile());

        assertEquals(
                "<toFile> (-Dedge-routine.toFile) is a directory: " + directory + ". Give a file; <outputFile>"
                        + " (-Dedge-routine.outputFile) is a directory: " + directory + ". Give a file",
                faults(inProject(mojo)));
    }

    private DiffMojo compare(DiffMojo mojo, String code) throws ReflectiveOperationException, IOException {
        Files.writeString(file, code);
        set(DiffMojo.class, mojo, "codeFile", file.toFile());
        commandLine("environments", "production");
        return inProject(mojo);
    }

    private String last() {
        return log.get(log.size() - 1);
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
