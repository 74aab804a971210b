// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a thread of a call leaves behind in the JVM of the build. */
class BackgroundTest {

    /** The JVM can end during a lookup of a host name, which Java cannot interrupt. */
    @Test
    void theThreadDoesNotKeepTheJvmRunning() {
        Background background = Background.start(() -> {});

        assertTrue(background.thread().isDaemon());
    }

    @Test
    void theThreadKeepsNoClassLoaderOfTheBuild() {
        Background background = Background.start(BackgroundTest::pause);

        assertNull(background.thread().getContextClassLoader());
        background.end();
    }

    @Test
    void theCallerWaitsUntilTheWorkHasEnded() {
        Background background = Background.start(BackgroundTest::pause);

        background.end();

        assertFalse(background.thread().isAlive());
        assertFalse(Thread.interrupted());
    }

    @Test
    void anInterruptedCallerWaitsTooAndStaysInterrupted() {
        Background background = Background.start(BackgroundTest::pause);
        Thread.currentThread().interrupt();

        background.end();

        assertTrue(Thread.interrupted());
        assertFalse(background.thread().isAlive());
    }

    @Test
    void aCallerThatIsInterruptedWhileItWaitsStaysInterrupted() {
        Thread caller = Thread.currentThread();
        Background background = Background.start(() -> {
            pause();
            caller.interrupt();
            pause();
        });

        background.end();

        assertTrue(Thread.interrupted());
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
}
