// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesTest {

    @TempDir
    Path directory;

    private Path file;
    private Path dist;
    private WatchedFiles files;

    @BeforeEach
    void watch() throws Exception {
        file = Files.writeString(directory.resolve("index.js"), "a");
        dist = Files.createDirectories(directory.resolve("dist"));
        files = new WatchedFiles(List.of(file, dist));
    }

    @Test
    void anEqualFileHasNotChanged() throws Exception {
        Files.writeString(directory.resolve("other.js"), "b");

        assertFalse(files.haveChanged());
        assertFalse(files.haveChanged());
    }

    @Test
    void aChangeIsReportedOnceAfterItIsComplete() throws Exception {
        Files.writeString(file, "ab");
        assertFalse(files.haveChanged());
        Files.writeString(file, "abc");
        assertFalse(files.haveChanged());

        assertTrue(files.haveChanged());
        assertFalse(files.haveChanged());
    }

    @Test
    void newAndDeletedFilesAreChanges() throws Exception {
        Path deep = Files.createDirectories(dist.resolve("maps")).resolve("index.js.map");
        Files.writeString(deep, "{}");
        assertFalse(files.haveChanged());
        assertTrue(files.haveChanged());

        Files.delete(file);
        assertFalse(files.haveChanged());
        assertTrue(files.haveChanged());
    }

    @Test
    void aRestoredFileHasNotChanged() throws Exception {
        Path moved = directory.resolve("moved.js");
        Files.move(file, moved);
        assertFalse(files.haveChanged());
        Files.move(moved, file);

        assertFalse(files.haveChanged());
        assertFalse(files.haveChanged());
    }
}
