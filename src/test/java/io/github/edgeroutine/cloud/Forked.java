// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Another JVM, with options and an environment that this JVM cannot have, or one that can be killed. */
public record Forked(Path directory, List<String> options, Map<String, String> environment) {

    /** @return the printed lines */
    List<String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = start(main, arguments);
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> read(errors()));
        return lines;
    }

    public Process start(Class<?> main, String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<String> rest = Stream.of("-Dstdout.encoding=UTF-8", "-cp", classes, main.getName());
        ProcessBuilder builder = new ProcessBuilder(Stream.of(java, options.stream(), rest, Stream.of(arguments))
                        .flatMap(each -> each)
                        .toList())
                .redirectError(errors().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ALIBABA_CLOUD_"));
        builder.environment().put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path errors() {
        return directory.resolve("errors");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
