// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JavaScript of the worker host, in a temporary directory.
 *
 * @param directory without symbolic links in its path: Node.js compares real paths in its file permissions
 */
record HostScripts(Path directory) implements AutoCloseable {

    static final List<String> NAMES = List.of(
            "cache.cjs",
            "compile.cjs",
            "edge-kv.cjs",
            "errors.cjs",
            "event.cjs",
            "html-nodes.cjs",
            "html-parser.cjs",
            "html-selector.cjs",
            "html-stream.cjs",
            "in-time.cjs",
            "main.cjs",
            "realms.cjs",
            "request.cjs",
            "scope.cjs",
            "server.cjs",
            "subrequests.cjs",
            "text.cjs",
            "worker.cjs");

    static HostScripts unpack() throws IOException {
        Path directory = Files.createTempDirectory("edge-routine-").toRealPath();
        HostScripts scripts = new HostScripts(directory);
        try {
            for (String name : NAMES) {
                try (InputStream script = HostScripts.class.getResourceAsStream("host/" + name)) {
                    Files.copy(script, directory.resolve(name));
                }
            }
            return scripts;
        } catch (IOException e) {
            scripts.close();
            throw e;
        }
    }

    Path main() {
        return directory.resolve("main.cjs");
    }

    /** The error output of Node.js. The code cannot write to it. */
    Path errors() {
        return directory.resolve("stderr.log");
    }

    /** Works only once, because the end of the JVM and of a goal can come together. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(HostScripts::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
