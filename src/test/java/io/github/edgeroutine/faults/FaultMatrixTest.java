// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        List<Cell> cells = new ArrayList<>();
        for (Flow flow : Flow.all()) {
            cells.addAll(cells(flow));
        }
        List<String> flaws = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<List<String>>> judged =
                    cells.stream().map(cell -> threads.submit(cell::flaws)).toList();
            for (Future<List<String>> each : judged) {
                flaws.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(flaws.isEmpty(), () -> flaws.size() + " flaws\n" + String.join("\n", flaws));
        System.out.println("Fault matrix: " + cells.size() + " cells");
    }

    private static List<Cell> cells(Flow flow) throws IOException {
        Run clean = Run.of(flow, Duration.ofMinutes(5), Duration.ofSeconds(10), simulator -> {});
        assertEquals(flow.wanted().apply(clean.before()), clean.after(), flow.name());
        return clean.calls().stream()
                .map(Call::action)
                .distinct()
                .flatMap(operation -> Cell.of(flow, clean, operation))
                .toList();
    }
}
