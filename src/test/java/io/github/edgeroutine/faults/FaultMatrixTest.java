// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Every flow, with every operation that it calls, in every trouble, at every attempt. Nothing is picked by hand: the
 * operations are those that a run without trouble calls, the troubles all that {@code Trouble} knows.
 */
class FaultMatrixTest {

    @Test
    void whateverFailsTheVerdictIsWhatIsLive() throws Exception {
        List<Callable<List<String>>> cells = new ArrayList<>();
        for (Flow flow : Flow.all()) {
            Run clean = clean(flow);
            clean.calls().stream()
                    .map(ReceivedCall::action)
                    .distinct()
                    .flatMap(operation -> Cell.of(flow, clean, operation))
                    .forEach(cell -> cells.add(cell::flaws));
        }
        judge("Fault matrix", cells);
    }

    @Test
    void whateverASecondClientDoesTheVerdictIsWhatIsLive() throws Exception {
        List<Callable<List<String>>> cells = new ArrayList<>();
        for (Flow flow : Flow.all()) {
            Run clean = clean(flow);
            if (!clean.before().isEmpty()) {
                SharedCell.of(flow, clean).forEach(cell -> cells.add(cell::flaws));
            }
        }
        judge("Matrix of a second client", cells);
    }

    private static void judge(String name, List<Callable<List<String>>> cells) throws Exception {
        List<String> flaws = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<List<String>> each : threads.invokeAll(cells)) {
                flaws.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(flaws.isEmpty(), () -> flaws.size() + " flaws\n" + String.join("\n", flaws));
        System.out.println(name + ": " + cells.size() + " cells");
    }

    private static Run clean(Flow flow) throws IOException {
        Run clean = Run.of(flow, Duration.ofMinutes(5), Duration.ofSeconds(10), (simulator, account) -> {});
        assertEquals(flow.wanted().apply(clean.before()), clean.after(), flow.name());
        return clean;
    }
}
