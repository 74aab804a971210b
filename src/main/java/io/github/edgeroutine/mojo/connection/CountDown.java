// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.routine.call.Pause;
import java.io.PrintStream;
import java.time.Duration;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Shows a wait on a terminal: below the line of the log that says what for, a line counts the seconds, and is gone when the
 * wait is over.
 */
final class CountDown implements Pause {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pause pause;
    private final PrintStream terminal;
    private final Thread goal = Thread.currentThread();

    CountDown(Pause pause, PrintStream terminal) {
        this.pause = pause;
        this.terminal = terminal;
    }

    /** Whether the user may look on, and nobody else writes: a module built at the same time would write into the line. */
    static boolean suits(MavenExecutionRequest build) {
        return build.isInteractiveMode() && build.getDegreeOfConcurrency() == 1;
    }

    /** Only waits, if it is short, or one of several at the same time. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.currentThread() != goal || duration.compareTo(SECOND) <= 0) {
            pause.sleep(duration);
            return;
        }
        String line = "";
        try {
            for (Duration left = duration; !left.isZero(); ) {
                // The odd part first, so that the seconds are whole from then on.
                long seconds = left.plusNanos(999_999_999).toSeconds();
                line = "  … " + seconds + " s ";
                terminal.print("\r" + line);
                terminal.flush();
                Duration step = left.minusSeconds(seconds - 1);
                pause.sleep(step);
                left = left.minus(step);
            }
        } finally {
            terminal.print("\r" + " ".repeat(line.length()) + "\r");
            terminal.flush();
        }
    }
}
