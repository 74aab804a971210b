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

/** Files that somebody looks at from time to time, as watching is no better than that on some systems. */
public final class WatchedFiles {

    private record Version(Object time, long size) {}

    private final List<Path> roots;
    private Map<Path, Version> taken;
    private Map<Path, Version> last;

    /** @param roots files, and directories with all that is in them; none of them has to be there */
    public WatchedFiles(List<Path> roots) {
        this.roots = roots;
        taken = look();
        last = taken;
    }

    /**
     * Whether they differ from what they were when this was true before. Says so when they have not changed between two looks:
     * a bundler writes several files, one after the other.
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

                    /** Gone since its directory was read. */
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
                // What was found stands for the rest, and the next look is soon.
            }
        }
        return found;
    }
}
