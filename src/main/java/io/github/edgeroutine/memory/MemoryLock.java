// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A lock on a file, against other builds and against other modules of this one. */
final class MemoryLock {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_MILLIS = 20;

    private MemoryLock() {}

    /** What is done while nobody else has the lock. */
    @FunctionalInterface
    interface Work {

        void run() throws IOException;
    }

    /**
     * @throws IOException if another build keeps the lock for five seconds, if the file system has no locks, or from
     * the work
     */
    static void hold(Path file, Work work) throws IOException {
        // Stays open while it waits, because on some systems closing a channel also releases the lock of another
        // thread.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            while (!isLocked(channel)) {
                if (System.nanoTime() - start > PATIENCE) {
                    throw new IOException("another build has locked " + file + " for 5 seconds");
                }
                pause();
            }
            work.run();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was stopped", e);
        }
    }
}
