// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One scenario. One operation gets one fault, in one or all of its calls.
 *
 * @param clean the scenario without a fault
 */
record FaultCase(
        GoalScenario scenario, ScenarioRun clean, String operation, InjectedFault fault, AffectedCalls affected) {

    private static final Set<String> ONCE = Set.of(InjectedFault.STORE, "ListEdgeRoutinePlans");

    /** All different faults of an operation. */
    static Stream<FaultCase> of(GoalScenario scenario, ScenarioRun clean, String operation) {
        ServiceUnderTest service = scenario.service();
        boolean inTwoCalls = service.publishesOneByOne()
                && service.isPublish(operation)
                && clean.calls(operation).size() > 1;
        return service.faults(operation).stream()
                .flatMap(fault -> AffectedCalls.all(inTwoCalls).stream()
                        // After a throttled call the form is not sent again, and the plans are not read again.
                        .filter(affected -> affected != AffectedCalls.SECOND || !ONCE.contains(operation))
                        // Only a retry waits.
                        .filter(affected -> affected != AffectedCalls.EVERY_IN_HASTE || fault.passes())
                        .map(affected -> new FaultCase(scenario, clean, operation, fault, affected)));
    }

    /** @return the violated rules; empty if all rules hold */
    List<String> flaws() throws IOException {
        try {
            return new OutcomeCheck(this, run()).flaws();
        } catch (RuntimeException | AssertionError e) {
            return List.of(this + ": throws " + e);
        }
    }

    private ScenarioRun run() throws IOException {
        // Only a case that waits for a missing answer has a short timeout. The others have time even on a busy machine.
        Duration readTimeout = fault.silent() ? Duration.ofMillis(400) : Duration.ofSeconds(10);
        return ScenarioRun.of(
                scenario,
                affected.limit(),
                readTimeout,
                (simulator, account) -> affected.script(simulator, operation, fault.fault(), isCalledOnce()));
    }

    /** A temporary fault is over after a retry. There is no retry if it could do the same thing twice. */
    boolean isMended() {
        boolean repeatable = scenario.service().mayRepeat(operation);
        // Uploaded code uses the space that was freed for it. The next run sees this, and frees more.
        boolean takesTheRoom = operation.equals(InjectedFault.STORE)
                && !scenario.service().showsStagedCode()
                && fault.carriedOut()
                && clean.deleted() > 0;
        // Only its answer contains the form for the files.
        boolean losesTheForm = operation.equals("CreateRoutineWithAssetsCodeVersion") && fault.carriedOut();
        return fault.passes()
                && !takesTheRoom
                && !losesTheForm
                && (affected == AffectedCalls.FIRST || affected == AffectedCalls.SECOND)
                && (repeatable || fault.turnedAway() || fault.carriedOut());
    }

    /** @param number of the call of its operation, from 0 */
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
