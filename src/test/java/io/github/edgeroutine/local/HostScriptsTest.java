// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.NodeOfMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostScriptsTest {

    private static final Path SOURCES = Path.of("src/main/resources/io/github/edgeroutine/local/host");
    private static final Path TESTS = Path.of("src/test/node/host").toAbsolutePath();

    /** They test the platform for the code. Its tests are in JavaScript. */
    @Test
    void theTestsInJavaScriptPass() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(NodeOfMachine.node().toString(), "--no-warnings", "--experimental-vm-modules", "--test"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.cjs"))
                    .sorted()
                    .forEach(command::add);
        }
        Path log = Files.createDirectories(Path.of("target/node")).resolve("host.log");

        int status = NodeOfMachine.run(TESTS, command, Map.of(), log);

        String text = Files.readString(log);
        assertEquals(0, status, text);
        assertTrue(text.contains("fail 0") && !text.contains("tests 0"), text);
    }

    @Test
    void everyScriptIsUnpackedAndDeletedAgain() throws IOException {
        HostScripts scripts = HostScripts.unpack();
        try (scripts;
                Stream<Path> sources = Files.list(SOURCES)) {
            List<Path> all = sources.toList();
            assertEquals(all.size(), HostScripts.NAMES.size());
            for (Path source : all) {
                assertEquals(-1, Files.mismatch(source, scripts.directory().resolve(source.getFileName())));
            }
        }
        assertFalse(Files.exists(scripts.directory()));
    }
}
