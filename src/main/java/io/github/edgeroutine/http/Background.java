// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

/**
 * A daemon thread. It inherits no class loader and no thread locals of the build: a long-running thread would keep them
 * in memory.
 */
record Background(Thread thread) {

    /** Only a lookup of a host name needs this limit, because Java cannot interrupt it. */
    private static final long MILLIS_TO_END = 500;

    static Background start(Runnable work) {
        Thread thread = new Thread(null, work, "edge-routine-call", 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        thread.start();
        return new Background(thread);
    }

    /** Waits a short time until the thread has ended. If the caller is interrupted, the interrupt flag is set again. */
    void end() {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(MILLIS_TO_END);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
