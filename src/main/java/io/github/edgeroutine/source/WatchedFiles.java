// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files that are checked for changes from time to time. On some systems the watch service does the same. */
public final class WatchedFiles {

    private record Version(Object time, long size) {}

    private final List<Path> roots;
    private Map<Path, Version> taken;
    private Map<Path, Version> last;

    /** @param roots files, and directories with their content; they may be missing */
    public WatchedFiles(List<Path> roots) {
        this.roots = roots;
        taken = look();
        last = taken;
    }

    /**
     * Whether they have changed since this method last returned true. True only after two equal checks, because a
     * bundler writes several files one after the other.
     */
    public boolean haveChanged() {
        Map<Path, Version> before = last;
        last = look();
        if (!last.equals(before) || last.equals(taken)) {
            return false;
        }
        taken = last;
        return true;
    }

    private Map<Path, Version> look() {
        Map<Path, Version> found = new HashMap<>();
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        found.put(file, new Version(attributes.lastModifiedTime(), attributes.size()));
                        return FileVisitResult.CONTINUE;
                    }

                    /** The file was deleted after its directory was read. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                // The next check comes soon and reads the rest.
            }
        }
        return found;
    }
}
