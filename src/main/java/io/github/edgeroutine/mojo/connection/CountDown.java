// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.routine.call.Pause;
import java.io.PrintStream;
import java.time.Duration;
import org.apache.maven.execution.MavenExecutionRequest;

/** Shows a wait on a terminal. A line below the log counts the seconds, and is removed when the wait is over. */
final class CountDown implements Pause {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pause pause;
    private final PrintStream terminal;
    private final Thread goal = Thread.currentThread();

    CountDown(Pause pause, PrintStream terminal) {
        this.pause = pause;
        this.terminal = terminal;
    }

    /** Whether a count can be shown. Other modules that are built at the same time would write into the line. */
    static boolean suits(MavenExecutionRequest build) {
        return build.isInteractiveMode() && build.getDegreeOfConcurrency() == 1;
    }

    /** Shows nothing if the wait is short, or if another wait is shown. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.currentThread() != goal || duration.compareTo(SECOND) <= 0) {
            pause.sleep(duration);
            return;
        }
        String line = "";
        try {
            for (Duration left = duration; !left.isZero(); ) {
                // Waits for the fraction of a second first, so that the rest is whole seconds.
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
