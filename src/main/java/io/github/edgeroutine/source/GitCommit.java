// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit that a directory's working tree is at, read as Git keeps it. */
public final class GitCommit {

    private GitCommit() {}

    /** The first seven digits; empty where there is no repository, no commit yet, or one that Git keeps in another way. */
    public static Optional<String> of(Path directory) {
        try {
            for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
                Path git = at.resolve(".git");
                if (Files.isRegularFile(git)) {
                    return Optional.empty();
                }
                if (Files.isDirectory(git)) {
                    return commit(git)
                            .filter(hash -> hash.matches("[0-9a-f]{40,64}"))
                            .map(hash -> hash.substring(0, 7));
                }
            }
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // A description without its commit is still a description.
        }
        return Optional.empty();
    }

    private static Optional<String> commit(Path git) throws IOException {
        String head = Files.readString(git.resolve("HEAD")).strip();
        if (!head.startsWith("ref: ")) {
            return Optional.of(head);
        }
        String name = head.substring("ref: ".length());
        Path reference = git.resolve(name).normalize();
        if (reference.startsWith(git.normalize()) && Files.exists(reference)) {
            return Optional.of(Files.readString(reference).strip());
        }
        Path packed = git.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(packed)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }
}
