// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A directory of static files, such as the output of a front-end build. Links are followed only inside the directory,
 * because other files are probably not public. For the same reason, hidden files and directories such as {@code .git}
 * or {@code .env} are left out. Only {@code .well-known} is public.
 *
 * @param files by their paths below the directory, whose parts are separated by slashes on each platform
 * @param leftOut how many hidden files were left out
 */
public record AssetsDirectory(Path path, SortedMap<String, byte[]> files, int leftOut) {

    /** A limit of this plugin, because files, archive and upload are in memory at the same time. */
    private static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final String WELL_KNOWN = ".well-known";

    public AssetsDirectory {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * @param largest the largest size of one file, in bytes
     * @throws IllegalArgumentException if the directory cannot be uploaded; the message is the rest of a sentence
     */
    public static AssetsDirectory read(Path path, int largest) {
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    "is not a directory: " + path + ". Build the files before this goal runs");
        }
        try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = all.filter(each -> !Files.isDirectory(each)).toList();
            List<Path> shown = found.stream()
                    .filter(file -> !isHidden(path.relativize(file)))
                    .toList();
            if (shown.isEmpty()) {
                throw new IllegalArgumentException("contains no files: " + path);
            }
            SortedMap<String, byte[]> files = new TreeMap<>();
            Path root = path.toRealPath();
            long left = MOST_BYTES;
            for (Path file : shown) {
                files.put(name(path.relativize(file)), content(file, root, largest, left));
                left -= Files.size(file);
            }
            return new AssetsDirectory(path, files, found.size() - shown.size());
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getClass().getSimpleName() + "): " + path);
        }
    }

    private static byte[] content(Path file, Path root, int largest, long left) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("contains something that is not a file, such as a broken link: " + file);
        }
        if (!file.toRealPath().startsWith(root)) {
            throw new IllegalArgumentException("contains a link to a place outside of it: " + file);
        }
        long size = Files.size(file);
        if (size > largest) {
            throw new IllegalArgumentException("contains a file that is too large: " + file + " has " + size
                    + " bytes, but the limit is " + largest);
        }
        if (size > left) {
            throw new IllegalArgumentException("is too large: the limit is " + MOST_BYTES + " bytes in total");
        }
        return Files.readAllBytes(file);
    }

    private static boolean isHidden(Path relative) {
        return parts(relative).anyMatch(part -> part.startsWith(".") && !part.equals(WELL_KNOWN));
    }

    private static String name(Path relative) {
        return parts(relative).collect(Collectors.joining("/"));
    }

    private static Stream<String> parts(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString);
    }

    /** The size of all files, in bytes. */
    public long size() {
        return files.values().stream().mapToLong(content -> content.length).sum();
    }
}
