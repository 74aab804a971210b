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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every scenario, with each of its operations, each fault and each call. Nothing is selected by hand: a run without
 * faults gives the operations, and {@code InjectedFault} gives the faults.
 */
@Tag("keeps-all-cores-busy")
class FaultMatrixTest {

    @ParameterizedTest
    @EnumSource
    void afterAnyFaultTheResultIsTheLiveState(ServiceUnderTest service) throws Exception {
        List<Callable<List<String>>> cases = new ArrayList<>();
        PairsOnly pairs = new PairsOnly(service);
        for (GoalScenario scenario : new ScenariosOf(service).all()) {
            ScenarioRun clean = clean(scenario);
            clean.calls().stream()
                    .map(ReceivedCall::action)
                    .distinct()
                    .flatMap(operation -> FaultCase.of(scenario, clean, operation))
                    .filter(pairs)
                    .forEach(faultCase -> cases.add(faultCase::flaws));
        }
        check("Fault matrix of " + service, cases);
    }

    @ParameterizedTest
    @EnumSource
    void withASecondClientTheResultIsTheLiveState(ServiceUnderTest service) throws Exception {
        List<Callable<List<String>>> cases = new ArrayList<>();
        for (GoalScenario scenario : new ScenariosOf(service).all()) {
            ScenarioRun clean = clean(scenario);
            if (!clean.before().isEmpty()) {
                SecondClientCase.of(scenario, clean)
                        .filter(PairsOnly::isChosen)
                        .forEach(faultCase -> cases.add(faultCase::flaws));
            }
        }
        check("Matrix of a second client of " + service, cases);
    }

    private static void check(String name, List<Callable<List<String>>> cases) throws Exception {
        List<String> flaws = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<List<String>> each : threads.invokeAll(cases)) {
                flaws.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(flaws.isEmpty(), () -> flaws.size() + " flaws\n" + String.join("\n", flaws));
        System.out.println(name + ": " + cases.size() + " cases");
    }

    private static ScenarioRun clean(GoalScenario scenario) throws IOException {
        ScenarioRun clean =
                ScenarioRun.of(scenario, Duration.ofMinutes(5), Duration.ofSeconds(10), (simulator, account) -> {});
        assertEquals(scenario.wanted().apply(clean.before()), clean.after(), scenario::toString);
        return clean;
    }
}
