// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.dcdn.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One flow, in which one operation meets one trouble at one attempt.
 *
 * @param clean how the flow goes without any
 */
record Cell(Flow flow, Run clean, String operation, Trouble trouble, Attempt attempt) {

    /** All that can go wrong with an operation; what would be the same again is left out. */
    static Stream<Cell> of(Flow flow, Run clean, String operation) {
        return Trouble.of(operation).stream()
                .flatMap(trouble -> Stream.of(Attempt.values())
                        // The form is never sent a second time.
                        .filter(attempt -> attempt != Attempt.SECOND || !operation.equals(Trouble.STORE))
                        // Only who tries again waits.
                        .filter(attempt -> attempt != Attempt.EVERY_IN_HASTE || trouble.passes())
                        .map(attempt -> new Cell(flow, clean, operation, trouble, attempt)));
    }

    /** @return what does not hold; empty if all does */
    List<String> flaws() throws IOException {
        try {
            return new Judge(this, run()).flaws();
        } catch (RuntimeException | AssertionError e) {
            return List.of(this + ": throws " + e);
        }
    }

    private Run run() throws IOException {
        // Who waits for silence waits briefly; nobody else is hurried, however busy the machine is.
        Duration readTimeout = trouble.silent() ? Duration.ofMillis(400) : Duration.ofSeconds(10);
        return Run.of(
                flow,
                attempt.limit(),
                readTimeout,
                (simulator, account) -> attempt.script(simulator, operation, trouble.fault(), isCalledOnce()));
    }

    /** What may pass is gone when the call is made again, unless that could do the same thing twice. */
    boolean isMended() {
        boolean repeatable = !operation.equals(Trouble.STORE) && !operation.equals("CommitStagingRoutineCode");
        return trouble.passes()
                && (attempt == Attempt.FIRST || attempt == Attempt.SECOND)
                && (repeatable || trouble.turnedAway() || trouble.carriedOut());
    }

    /** @param number of the call among those of its operation, from 0 */
    boolean isCarriedOut(String action, int number) {
        if (!action.equals(operation)) {
            return true;
        }
        boolean throttled = attempt == Attempt.SECOND && number == 0 && isCalledOnce();
        return attempt.meets(number) ? trouble.carriedOut() : !throttled;
    }

    private boolean isCalledOnce() {
        return clean.calls(operation).size() == 1;
    }

    @Override
    public String toString() {
        return flow.name() + ", " + operation + ", " + attempt + ", " + trouble;
    }
}
