// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

    @TempDir
    private Path directory;

    @Test
    void itIsTheNearestDirectoryAboveThatContainsOne() throws IOException {
        Path tree = directory.resolve("tree");
        Files.createDirectories(tree.resolve(".git"));
        Path module = Files.createDirectories(tree.resolve("a/b"));
        Path nested = Files.createDirectories(tree.resolve("nested/c"));
        Files.writeString(tree.resolve("nested/.git"), "gitdir: elsewhere");

        assertEquals(Optional.of(tree), WorkTree.of(module));
        assertEquals(Optional.of(tree.resolve("nested")), WorkTree.of(nested));
        assertEquals(Optional.empty(), WorkTree.of(directory));
    }
}
