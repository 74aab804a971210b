// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.WishFor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastPublishTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("publish.json");
    }

    @Test
    void withoutAFileNothingIsRemembered() throws IOException {
        assertEquals(Optional.empty(), LastPublish.read(file));
    }

    @Test
    void whatAReportRemembersIsRead() throws IOException {
        Rehearsed rehearsed = Rehearsed.of(
                WishFor.revision("17", "staging", "production"),
                new FakeRoutines(FakeRoutines.running("staging=unstable", "production=1620876959997924701")));
        new JsonReport("0.1.0", "https://dcdn.aliyuncs.com", false)
                .write(file, rehearsed.outcome(), rehearsed.calls(), Rehearsed.START, Rehearsed.START);

        assertEquals(
                Optional.of(new LastPublish(
                        new RoutineName("hello"),
                        false,
                        Map.of(new Environment("production"), new CodeRevision("1620876959997924701")))),
                LastPublish.read(file));
    }

    @Test
    void theEnvironmentsKeepTheirOrder() throws IOException {
        Files.writeString(file, "{\"routine\":\"hello\",\"rollback\":{\"staging\":\"2\",\"production\":\"1\"}}");

        assertEquals(
                List.of(new Environment("staging"), new Environment("production")),
                List.copyOf(LastPublish.read(file).orElseThrow().before().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "no JSON",
                "{\"routine\":\"hello\"}",
                "{\"rollback\":{}}",
                "{\"routine\":\"not a name\",\"rollback\":{}}",
                "{\"routine\":\"hello\",\"rollback\":{\"a b\":\"16\"}}",
                "{\"routine\":\"hello\",\"rollback\":{\"staging\":\"unstable\"}}",
                "{\"routine\":\"hello\",\"rollback\":{\"staging\":null}}",
                "{\"routine\":\"hello\",\"rollback\":{\"staging\":{}}}",
                "{\"routine\":\"hello\",\"rollback\":\"16\"}"
            })
    void aFileOfSomethingElseIsNoReport(String text) throws IOException {
        Files.writeString(file, text);

        assertNoReport();
    }

    @Test
    void aFileThatIsNoTextIsNoReport() throws IOException {
        Files.writeString(file, "{\"routine\":\"höllo\",\"rollback\":{}}", ISO_8859_1);

        assertNoReport();
    }

    private void assertNoReport() {
        assertEquals(
                file + " is no report of this plugin: delete it, or name another <reportFile>"
                        + " (-Dedge-routine.reportFile)",
                assertThrows(IOException.class, () -> LastPublish.read(file)).getMessage());
    }
}
