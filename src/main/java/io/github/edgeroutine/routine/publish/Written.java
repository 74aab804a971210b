// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a publish has written so far, including the present call. For one thread. */
public final class Written {

    /**
     * @param takesEffect whether the service accepted the call, so that its effect may still appear later
     * @param ours what the call may have published
     * @param deployment the id of its deployment; empty if the service returned none
     */
    private record WrittenCall(
            PublishCall call, boolean takesEffect, Predicate<Live> ours, Optional<String> deployment) {}

    private final List<WrittenCall> calls = new ArrayList<>();
    private Optional<RoutineState> proof = Optional.empty();
    private boolean begun;

    void begin(PublishCall call) {
        begun = true;
        calls.add(new WrittenCall(call, false, call.traffic()::equals, Optional.empty()));
        proof = Optional.empty();
    }

    /** The service has confirmed all calls, or may have confirmed them. */
    void takesEffect() {
        calls.replaceAll(each -> new WrittenCall(each.call(), true, each.ours(), each.deployment()));
    }

    /** The service confirmed the last call. */
    void confirmed(PublishAnswer answer) {
        WrittenCall last = dropLast();
        calls.add(new WrittenCall(last.call(), true, last.ours(), answer.deployment()));
        takesEffect();
    }

    /** The service returned another revision for the last call. */
    void contradicted(PublishAnswer answer) {
        WrittenCall last = dropLast();
        calls.add(new WrittenCall(last.call(), false, last.ours().or(answer::names), Optional.empty()));
    }

    /** The last call changed nothing. */
    void changedNothing() {
        dropLast();
    }

    private WrittenCall dropLast() {
        return calls.remove(calls.size() - 1);
    }

    /** The state shows everything that was written. */
    void provenBy(RoutineState state) {
        proof = Optional.of(state);
    }

    /** The state that showed everything; empty if it was not read. */
    Optional<RoutineState> proof() {
        return proof;
    }

    /** Whether a call was made, with any result. */
    boolean isBegun() {
        return begun;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    boolean reached(Environment environment) {
        return calls(environment).findAny().isPresent();
    }

    /** What was published there last; empty if nothing was published. */
    Optional<Traffic> last(Environment environment) {
        return lastCall(environment).map(each -> each.call().traffic());
    }

    /** The deployment id of the last publish there; empty if the service returned none. */
    Optional<String> deployment(Environment environment) {
        return lastCall(environment).flatMap(WrittenCall::deployment);
    }

    /** Whether the last call may still take effect there. */
    boolean mayShowLate(Environment environment) {
        return lastCall(environment).filter(WrittenCall::takesEffect).isPresent();
    }

    /** Whether this publish may have published it there. */
    boolean mayHaveBrought(Environment environment, Live live) {
        return calls(environment).anyMatch(each -> each.ours().test(live));
    }

    /** Whether something different from the earlier state was published there. */
    boolean changed(Environment environment, Live before) {
        return calls(environment).anyMatch(each -> !each.call().traffic().equals(before));
    }

    boolean isShownBy(RoutineState state) {
        return calls.stream()
                .flatMap(each -> each.call().environments().stream())
                .allMatch(environment -> last(environment)
                        .filter(state.liveIn(environment)::equals)
                        .isPresent());
    }

    private Optional<WrittenCall> lastCall(Environment environment) {
        return calls(environment).reduce((earlier, later) -> later);
    }

    private Stream<WrittenCall> calls(Environment environment) {
        return calls.stream().filter(each -> each.call().environments().contains(environment));
    }
}
