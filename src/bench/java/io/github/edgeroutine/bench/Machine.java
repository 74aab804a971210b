// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The facts about the machine that influence the figures. */
final class Machine {

    private Machine() {}

    static List<String> describe(Options options) throws IOException, InterruptedException {
        return List.of(
                "Measured " + LocalDate.now() + ", commit " + output("git", "describe", "--always", "--dirty"),
                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + Runtime.version() + ", "
                        + output(Maven.command(options), "-v")
                                .lines()
                                .findFirst()
                                .orElse("")
                        + ", Node " + output("node", "-v"),
                "exec-maven-plugin " + Options.text("execPluginVersion"),
                options.pairs() + " rounds, the service answers after "
                        + options.latency().toMillis() + " ms");
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return text.replaceAll("\\x1b\\[[0-9;]*m", "").strip();
    }
}
