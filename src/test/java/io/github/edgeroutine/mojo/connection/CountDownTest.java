// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.call.Pause;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.junit.jupiter.api.Test;

class CountDownTest {

    private static final String GONE = "\r        \r";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<Duration> slept = new ArrayList<>();
    private final Pause countDown = countDown(slept::add);

    private CountDown countDown(Pause pause) {
        return new CountDown(pause, new PrintStream(screen, true, UTF_8));
    }

    @Test
    void countsWholeSecondsInOneLineAndRemovesIt() throws InterruptedException {
        countDown.sleep(Duration.ofMillis(2_400));

        assertEquals("\r  … 3 s \r  … 2 s \r  … 1 s " + GONE, screen.toString(UTF_8));
        assertEquals(List.of(Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofSeconds(1)), slept);
    }

    @Test
    void leavesNoLineWhenTheBuildIsStopped() {
        CountDown stopped = countDown(duration -> {
            throw new InterruptedException();
        });

        assertThrows(InterruptedException.class, () -> stopped.sleep(Duration.ofSeconds(9)));
        assertEquals("\r  … 9 s " + GONE, screen.toString(UTF_8));
    }

    @Test
    void showsNothingForAShortWait() throws InterruptedException {
        countDown.sleep(Duration.ofSeconds(1));

        assertEquals("", screen.toString(UTF_8));
        assertEquals(List.of(Duration.ofSeconds(1)), slept);
    }

    @Test
    void showsNothingForParallelWaits() {
        CompletableFuture.runAsync(() -> {
                    try {
                        countDown.sleep(Duration.ofSeconds(9));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .join();

        assertEquals("", screen.toString(UTF_8));
        assertEquals(List.of(Duration.ofSeconds(9)), slept);
    }

    @Test
    void isShownOnATerminalIfModulesAreNotBuiltInParallel() {
        assertTrue(CountDown.suits(new DefaultMavenExecutionRequest().setInteractiveMode(true)));
        assertFalse(CountDown.suits(new DefaultMavenExecutionRequest().setInteractiveMode(false)));
        var threads = new DefaultMavenExecutionRequest().setInteractiveMode(true);
        threads.setDegreeOfConcurrency(2);
        assertFalse(CountDown.suits(threads));
    }
}
