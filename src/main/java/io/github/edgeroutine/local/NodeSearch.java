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
 * Where a Node.js may be.
 *
 * @param given the one that the user names; then no other one is looked for
 * @param path the directories in which this machine looks for programs, as its environment has them
 * @param projects directories in which frontend-maven-plugin may have installed one
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

    /** Why there was none, as a clause. */
    public String reason() {
        return given.map(path -> path + " is not Node.js " + NodeRuntime.OLDEST + " or newer")
                .orElse("there is not Node.js " + NodeRuntime.OLDEST
                        + " or newer on the PATH, and frontend-maven-plugin has installed none in the project");
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
                // Others look past such an entry, too.
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
