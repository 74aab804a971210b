// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scenario. One operation meets one fault, at one of its calls or at all of them.
 *
 * @param clean how the scenario goes without any
 */
record FaultCase(
        GoalScenario scenario, ScenarioRun clean, String operation, InjectedFault fault, AffectedCalls affected) {

    /** All that can go wrong with an operation; what would be the same again is left out. */
    static Stream<FaultCase> of(GoalScenario scenario, ScenarioRun clean, String operation) {
        ServiceUnderTest service = scenario.service();
        boolean inTwoCalls =
                service.isPublish(operation) && clean.calls(operation).size() > 1;
        return service.faults(operation).stream()
                .flatMap(fault -> AffectedCalls.all(inTwoCalls).stream()
                        // The form is never sent a second time.
                        .filter(affected -> affected != AffectedCalls.SECOND || !operation.equals(InjectedFault.STORE))
                        // Only who tries again waits.
                        .filter(affected -> affected != AffectedCalls.EVERY_IN_HASTE || fault.passes())
                        .map(affected -> new FaultCase(scenario, clean, operation, fault, affected)));
    }

    /** @return what does not hold; empty if all does */
    List<String> flaws() throws IOException {
        try {
            return new OutcomeCheck(this, run()).flaws();
        } catch (RuntimeException | AssertionError e) {
            return List.of(this + ": throws " + e);
        }
    }

    private ScenarioRun run() throws IOException {
        // Who waits for silence waits briefly; nobody else is hurried, however busy the machine is.
        Duration readTimeout = fault.silent() ? Duration.ofMillis(400) : Duration.ofSeconds(10);
        return ScenarioRun.of(
                scenario,
                affected.limit(),
                readTimeout,
                (simulator, account) -> affected.script(simulator, operation, fault.fault(), isCalledOnce()));
    }

    /** What may pass is gone when the call is made again, unless that could do the same thing twice. */
    boolean isMended() {
        boolean repeatable = !operation.equals(InjectedFault.STORE)
                && !operation.equals(scenario.service().commit());
        return fault.passes()
                && (affected == AffectedCalls.FIRST || affected == AffectedCalls.SECOND)
                && (repeatable || fault.turnedAway() || fault.carriedOut());
    }

    /** @param number of the call among those of its operation, from 0 */
    boolean isCarriedOut(String action, int number) {
        if (!action.equals(operation)) {
            return true;
        }
        return affected.meets(number) ? fault.carriedOut() : !affected.throttles(number, isCalledOnce());
    }

    private boolean isCalledOnce() {
        return clean.calls(operation).size() == 1;
    }

    @Override
    public String toString() {
        return scenario + ", " + operation + ", " + affected + ", " + fault;
    }
}
