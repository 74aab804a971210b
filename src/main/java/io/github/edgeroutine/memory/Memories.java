// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.rollback.RunMemories;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is remembered of the routines of one account at one endpoint. */
public final class Memories implements RunMemories {

    private final File root;
    private final String endpoint;
    private final String account;

    /**
     * @param root the directory of all memories; it is created when it is missing
     * @param endpoint the address of the service
     * @param account equal for keys that reach the same routines, as far as that is known
     */
    public Memories(File root, String endpoint, String account) {
        this.root = root;
        this.endpoint = endpoint.toLowerCase(Locale.ROOT);
        this.account = account;
    }

    @Override
    public RunMemory of(RoutineName routine) throws IOException {
        return MemoryFile.read(file(routine), routine);
    }

    @Override
    public List<RunMemory> all() throws IOException {
        List<RunMemory> all = new ArrayList<>();
        for (Path file : list(directory(), "*.json")) {
            all.add(MemoryFile.read(file));
        }
        return all;
    }

    /**
     * What a rollback of the routine may need, whatever account of this endpoint it was published with.
     *
     * @throws IOException as {@link #of}
     */
    public Set<CodeRevision> needed(RoutineName routine) throws IOException {
        Set<CodeRevision> needed = new HashSet<>();
        for (Path each : list(directory().getParent(), "*")) {
            needed.addAll(MemoryFile.read(each.resolve(name(routine)), routine).needed());
        }
        return needed;
    }

    /**
     * Changes what is remembered. Two builds that change it at the same time wait for each other.
     *
     * @param damaged called if the memory cannot be read and is replaced
     * @throws IOException if it cannot be written; then the old memory is unchanged
     */
    void update(RoutineName routine, UnaryOperator<RunMemory> change, Runnable damaged) throws IOException {
        Path file = file(routine);
        Files.createDirectories(file.getParent());
        MemoryLock.hold(file.resolveSibling("lock"), () -> {
            RunMemory old = orNone(file, routine, damaged);
            RunMemory changed = change.apply(old);
            if (!changed.equals(old)) {
                MemoryFile.write(file, changed);
            }
        });
    }

    private static RunMemory orNone(Path file, RoutineName routine, Runnable damaged) throws IOException {
        try {
            return MemoryFile.read(file, routine);
        } catch (DamagedMemoryException e) {
            damaged.run();
            return RunMemory.none(routine);
        }
    }

    private static List<Path> list(Path directory, String glob) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> directory
                            .getFileSystem()
                            .getPathMatcher("glob:" + glob)
                            .matches(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    Path file(RoutineName routine) throws IOException {
        return directory().resolve(name(routine));
    }

    /** The name is for people. The digest is for file systems that ignore case. */
    private static String name(RoutineName routine) {
        return routine.text() + "-" + digest(routine.text()) + ".json";
    }

    private Path directory() throws IOException {
        try {
            return root.toPath().resolve(digest(endpoint)).resolve(digest(account));
        } catch (InvalidPathException e) {
            throw new IOException("this platform cannot write the path " + root, e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
