// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.io.File;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Searches Node.js.
 *
 * @param given the path that the user set; then the search uses only this path
 * @param path the value of the environment variable PATH
 * @param projects directories where frontend-maven-plugin may have installed Node.js
 */
public record NodeSearch(Optional<Path> given, String path, List<Path> projects) {

    /** @throws InterruptedIOException if the build is being stopped */
    public Optional<NodeRuntime> find() throws InterruptedIOException {
        for (Path candidate : candidates()) {
            Optional<NodeRuntime> node = NodeRuntime.of(candidate).filter(NodeRuntime::isNewEnough);
            if (node.isPresent()) {
                return node;
            }
        }
        return Optional.empty();
    }

    /** The reason why Node.js was not found, as a clause. */
    public String reason() {
        return given.map(path -> path + " is not Node.js " + NodeRuntime.OLDEST + " or newer")
                .orElse("Node.js " + NodeRuntime.OLDEST + " or newer was not found on the PATH, and"
                        + " frontend-maven-plugin has not installed it in the project");
    }

    private List<Path> candidates() {
        if (given.isPresent()) {
            return List.of(given.get());
        }
        String name = File.separatorChar == '\\' ? "node.exe" : "node";
        List<Path> candidates = new ArrayList<>();
        for (String directory : path.split(File.pathSeparator)) {
            try {
                if (!directory.isBlank()) {
                    candidates.add(Path.of(directory).resolve(name));
                }
            } catch (InvalidPathException e) {
                // Other programs ignore such an entry too.
            }
        }
        return Stream.concat(
                        candidates.stream(),
                        projects.stream().map(project -> project.resolve("node").resolve(name)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .distinct()
                .toList();
    }
}
