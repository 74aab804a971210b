// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The current commit of a directory, read from the files of Git. */
public final class GitCommit {

    private GitCommit() {}

    private static final String LINK = "gitdir: ";

    /** The first seven digits. Empty without a repository, without a commit, or if Git stores it in another way. */
    public static Optional<String> of(Path directory) {
        try {
            Optional<Path> tree = WorkTree.of(directory);
            if (tree.isPresent()) {
                return commit(repository(tree.get().resolve(WorkTree.GIT)))
                        .filter(hash -> hash.matches("[0-9a-f]{40,64}"))
                        .map(hash -> hash.substring(0, 7));
            }
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // The description does not need the commit.
        }
        return Optional.empty();
    }

    /** A worktree and a submodule have a file with the path of the directory. */
    private static Path repository(Path git) throws IOException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String link = Files.readString(git).strip();
        if (!link.startsWith(LINK)) {
            throw new IOException("another kind of repository");
        }
        return git.resolveSibling(link.substring(LINK.length()));
    }

    /** A worktree uses the branches of its original repository. */
    private static Path branches(Path repository) throws IOException {
        Path common = repository.resolve("commondir");
        return Files.exists(common)
                ? repository.resolve(Files.readString(common).strip())
                : repository;
    }

    private static Optional<String> commit(Path repository) throws IOException {
        String head = Files.readString(repository.resolve("HEAD")).strip();
        if (!head.startsWith("ref: ")) {
            return Optional.of(head);
        }
        String name = head.substring("ref: ".length());
        for (Path git : List.of(repository, branches(repository))) {
            Path reference = git.resolve(name).normalize();
            if (reference.startsWith(git.normalize()) && Files.exists(reference)) {
                return Optional.of(Files.readString(reference).strip());
            }
        }
        return packed(branches(repository).resolve("packed-refs"), name);
    }

    private static Optional<String> packed(Path references, String name) throws IOException {
        if (!Files.exists(references)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(references)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }
}
