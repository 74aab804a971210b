// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file completely or not at all: first another file in the same directory, which then replaces it. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the file, and creates the directories above it. If that fails, the old file is unchanged. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(UTF_8));
    }

    /** The same for bytes. */
    public static void write(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        if (Files.exists(absolute) && !Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS)) {
            // A device or a link must not be replaced.
            Files.write(absolute, content);
            return;
        }
        replace(absolute, content);
    }

    /**
     * Writes text that only the owner of the file may read, completely or not at all. It replaces a link. If the
     * platform has no such permissions, those of the directory count.
     */
    public static void writePrivately(Path file, String text) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        replace(absolute, text.getBytes(UTF_8), attributes);
    }

    private static void replace(Path absolute, byte[] content, FileAttribute<?>... attributes) throws IOException {
        // The name is unique, because two builds may write the same file.
        Path beside = absolute.resolveSibling(absolute.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, attributes);
            Files.write(beside, content);
            move(beside, absolute);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
