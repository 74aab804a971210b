// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One scenario. One operation meets one fault, at one of its calls or at all of them.
 *
 * @param clean how the scenario goes without any
 */
record FaultCase(
        GoalScenario scenario, ScenarioRun clean, String operation, InjectedFault fault, AffectedCalls affected) {

    private static final Set<String> ONCE = Set.of(InjectedFault.STORE, "ListEdgeRoutinePlans");

    /** All that can go wrong with an operation; what would be the same again is left out. */
    static Stream<FaultCase> of(GoalScenario scenario, ScenarioRun clean, String operation) {
        ServiceUnderTest service = scenario.service();
        boolean inTwoCalls = service.publishesOneByOne()
                && service.isPublish(operation)
                && clean.calls(operation).size() > 1;
        return service.faults(operation).stream()
                .flatMap(fault -> AffectedCalls.all(inTwoCalls).stream()
                        // A throttle makes nobody send the form a second time, or ask for the plans.
                        .filter(affected -> affected != AffectedCalls.SECOND || !ONCE.contains(operation))
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
        boolean repeatable = scenario.service().mayRepeat(operation);
        // Code that arrived takes the room that was made for it; the next run sees it, and makes more.
        boolean takesTheRoom = operation.equals(InjectedFault.STORE)
                && !scenario.service().showsStagedCode()
                && fault.carriedOut()
                && clean.deleted() > 0;
        // Its answer alone tells how to upload the files.
        boolean losesTheForm = operation.equals("CreateRoutineWithAssetsCodeVersion") && fault.carriedOut();
        return fault.passes()
                && !takesTheRoom
                && !losesTheForm
                && (affected == AffectedCalls.FIRST || affected == AffectedCalls.SECOND)
                && (repeatable || fault.turnedAway() || fault.carriedOut());
    }

    /** @param number of the call among those of its operation, from 0 */
    boolean isCarriedOut(String action, int number) {
        if (!action.equals(operation) || !scenario.service().offers(action)) {
            return scenario.service().offers(action);
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
