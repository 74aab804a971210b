// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

/** A daemon thread that holds neither a class loader nor thread locals of the build, which would be held as long as it is. */
record Background(Thread thread) {

    /** Only for a lookup of a host name, which nothing can end before the system does. */
    private static final long MILLIS_TO_END = 500;

    static Background start(Runnable work) {
        Thread thread = new Thread(null, work, "edge-routine-call", 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        thread.start();
        return new Background(thread);
    }

    /** Waits a moment for its end. An interrupt is kept for whoever waits next. */
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
