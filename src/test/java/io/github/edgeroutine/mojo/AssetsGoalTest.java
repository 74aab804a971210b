// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upload with {@code <assets>}, as a build calls it, in a rehearsal. */
@MojoTest
class AssetsGoalTest extends RehearsalFixture {

    private final EsaAccount before = new EsaAccount();
    private Path dist;

    @BeforeEach
    void build() throws IOException {
        before.ensure("hello", "1710120201067203242", List.of());
        before.publish("hello", "1710120201067203241", List.of("production"));
        dist = Files.createDirectories(directory.resolve("dist/css")).getParent();
        Files.writeString(dist.resolve("index.html"), "hello");
        Files.writeString(dist.resolve("css/a.css"), "p {}");
        Files.writeString(dist.resolve(".env"), "KEY=secret");
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeDescription", value = "v1")
    @MojoParameter(name = "notFoundStrategy", value = "singlePageApplication")
    void aRevisionNeedsNoCode(UploadMojo mojo) throws Exception {
        assets(mojo, dist);

        in(mojo).execute();

        String made = after().versions("hello").get(2);
        assertEquals(List.of("assets/css/a.css", "assets/index.html"), entries(after().code("hello", made)));
        assertEquals(
                List.of(
                        "Assets: " + dist + " (files: 2, bytes: 9, hidden files left out: 1)",
                        "Routine hello, revision " + made + ": uploaded as 'v1'"),
                log.stream()
                        .filter(line -> line.matches("(Assets|Routine hello).*"))
                        .toList());
        assertTrue(
                log.get(log.size() - 1)
                        .matches("Static files cannot be read back\\. Revision " + made
                                + " was created with the hash of this content, sha256:[0-9a-f]{64}\\."),
                log::toString);
        assertFalse(String.join("\n", log).contains("Code: "));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void filesAndCodeMakeOneRevisionOnce(UploadMojo mojo) throws Exception {
        assets(mojo, dist);
        set(CodeMojo.class, mojo, "codeFile", code("export default { fetch };").toFile());

        in(mojo).execute();
        mojo.execute();

        List<String> versions = after().versions("hello");
        assertEquals(3, versions.size());
        assertEquals(
                List.of("assets/css/a.css", "assets/index.html", "routine/index.js"),
                entries(after().code("hello", versions.get(2))));
        assertTrue(
                log.contains("Routine hello, revision " + versions.get(2) + ": unchanged, nothing was uploaded"),
                log::toString);
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeDescription", value = "v1")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunLogsHowMuchItWouldUpload(UploadMojo mojo) throws Exception {
        assets(mojo, dist);
        set(CodeMojo.class, mojo, "codeFile", code("export default { fetch };").toFile());

        in(mojo).execute();

        assertEquals(2, after().versions("hello").size());
        assertEquals(
                "Routine hello, a new revision: would be uploaded as 'v1', 2 files and code, 34 bytes, room for"
                        + " 2 more. Dry"
                        + " run: nothing was written.",
                log.get(log.size() - 1));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void aServiceWithoutStaticFilesRefusesThem(UploadMojo mojo) throws Exception {
        assets(mojo, dist);

        assertEquals(
                "<assets> (-Dedge-routine.assets) is " + dist
                        + ", but this service has no static files: remove it, or set <service>esa</service>"
                        + " (-Dedge-routine.service=esa)",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "notFoundStrategy", value = "404Page")
    void aStrategyNeedsItsFile(UploadMojo mojo) throws Exception {
        assets(mojo, dist);

        assertEquals(
                "<notFoundStrategy> (-Dedge-routine.notFoundStrategy) is '404Page', but <assets>"
                        + " (-Dedge-routine.assets) holds"
                        + " no 404.html",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "notFoundStrategy", value = "404Page")
    void aStrategyNeedsAssets(UploadMojo mojo) throws Exception {
        set(CodeMojo.class, mojo, "codeFile", code("export default { fetch };").toFile());

        assertEquals(
                "<notFoundStrategy> (-Dedge-routine.notFoundStrategy) is '404Page', but <assets>"
                        + " (-Dedge-routine.assets) is not set",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeFile", value = "made/index.js")
    @MojoParameter(name = "notFoundStrategy", value = "spa")
    void everyErrorIsNamed(UploadMojo mojo) throws Exception {
        Path missing = directory.resolve("build");
        assets(mojo, missing);

        assertEquals(
                "<codeFile> (-Dedge-routine.codeFile) is not a file: "
                        + Path.of("made/index.js").toAbsolutePath()
                        + "; <assets> (-Dedge-routine.assets) is not a directory: " + missing
                        + ". Build the files before this goal runs; <notFoundStrategy>"
                        + " (-Dedge-routine.notFoundStrategy) is"
                        + " 'spa', but must be singlePageApplication or 404Page",
                faults(in(mojo)));
    }

    private static void assets(UploadMojo mojo, Path path) throws ReflectiveOperationException {
        set(UploadMojo.class, mojo, "assets", path.toFile());
    }

    private Path code(String text) throws IOException {
        return Files.writeString(directory.resolve("index.js"), text);
    }

    private EsaAccount after() throws IOException {
        return EsaAccount.load(stateFile("simulator-esa.json"));
    }

    private UploadMojo in(UploadMojo mojo) throws ReflectiveOperationException, IOException {
        before.save(stateFile("simulator-esa.json"));
        return inProject(mojo);
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
            }
        }
        return entries;
    }
}
