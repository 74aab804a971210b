// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all: beside it first, then in its place. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the file, and the directories above it; if that fails, what was there before is still there. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(UTF_8));
    }

    /** The same, for what may be no text. */
    public static void write(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        if (Files.exists(absolute) && !Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS)) {
            // A device or a link stays what it is.
            Files.write(absolute, content);
            return;
        }
        replace(absolute, content);
    }

    /**
     * Writes text that only the owner of the file may read, whole or not at all. A link in its place is replaced. Where the
     * platform has no such permissions, the directory decides who may read it.
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
        // Of a name of its own: two builds may write the same file.
        Path beside = absolute.resolveSibling(absolute.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, attributes);
            Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
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
