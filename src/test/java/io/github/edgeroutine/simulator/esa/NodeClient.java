// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static io.github.edgeroutine.fixture.NodeOfMachine.find;
import static io.github.edgeroutine.fixture.NodeOfMachine.missing;
import static io.github.edgeroutine.fixture.NodeOfMachine.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The official client for Node, in the versions of its lock file, and a script that uses it. */
public record NodeClient(Path directory) {

    private static final Path SOURCE = Path.of("src/test/node/esa");

    /**
     * Downloads the client if it is missing. Without Node or a registry the test is skipped. It fails instead if the
     * environment variable NODE is "required".
     */
    public static NodeClient install() throws IOException, InterruptedException {
        if (find("node").isEmpty() || find("npm").isEmpty()) {
            return missing("No node and npm on the PATH");
        }
        Path directory = Files.createDirectories(Path.of("target/node/esa").toAbsolutePath());
        Path installed = directory.resolve("node_modules/installed.json");
        byte[] lock = Files.readAllBytes(SOURCE.resolve("package-lock.json"));
        for (String file : new String[] {"package.json", "package-lock.json", "walk.js"}) {
            Files.copy(SOURCE.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(installed) || !Arrays.equals(Files.readAllBytes(installed), lock)) {
            Path log = directory.resolve("npm.log");
            List<String> command =
                    List.of(find("npm").orElseThrow().toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (run(directory, command, Map.of(), log) != 0) {
                return missing("npm ci failed: " + Files.readString(log));
            }
            Files.write(installed, lock);
        }
        return new NodeClient(directory);
    }

    /** The printed lines of the script. */
    public List<String> walk(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(find("node").orElseThrow().toString(), "walk.js"));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("walk.log");
        int status = run(directory, command, environment, log);
        String text = Files.readString(log);
        assertEquals(0, status, text);
        return text.lines().toList();
    }
}
