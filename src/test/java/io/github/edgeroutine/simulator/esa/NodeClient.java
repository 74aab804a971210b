// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The official client for Node, in the versions of its lock file, and a script that uses it. */
record NodeClient(Path directory) {

    private static final Path SOURCE = Path.of("src/test/node/esa");
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    /**
     * Fetches the client unless it is there already. Skips the test where there is no Node, or no registry to be
     * reached; but fails it if the environment variable NODE is "required".
     */
    static NodeClient install() throws IOException, InterruptedException {
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

    private static NodeClient missing(String reason) {
        return "required".equals(System.getenv("NODE")) ? fail(reason) : abort(reason);
    }

    private static Optional<Path> find(String name) {
        String file = IS_WINDOWS ? name + (name.equals("npm") ? ".cmd" : ".exe") : name;
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, file))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The lines that the script prints. */
    List<String> walk(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(find("node").orElseThrow().toString(), "walk.js"));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("walk.log");
        int status = run(directory, command, environment, log);
        String text = Files.readString(log);
        assertEquals(0, status, text);
        return text.lines().toList();
    }

    private static int run(Path directory, List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(5, MINUTES), () -> command + " did not end");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
