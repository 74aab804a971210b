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

/** What a publish has written so far, the call under way included. For one thread. */
public final class Written {

    /**
     * @param takesEffect whether the service accepted the call, so that it may yet show where it does not show now
     * @param ours what the call may have brought
     * @param deployment the id that the service gave it; empty if it gave none
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

    /** The service confirmed all calls, or may have. */
    void takesEffect() {
        calls.replaceAll(each -> new WrittenCall(each.call(), true, each.ours(), each.deployment()));
    }

    /** The service confirmed the last call. */
    void confirmed(PublishAnswer answer) {
        WrittenCall last = dropLast();
        calls.add(new WrittenCall(last.call(), true, last.ours(), answer.deployment()));
        takesEffect();
    }

    /** The service says that the last call brought something else. */
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

    /** A look shows everything that was written. */
    void provenBy(RoutineState state) {
        proof = Optional.of(state);
    }

    /** The look that showed everything; empty if nobody looked. */
    Optional<RoutineState> proof() {
        return proof;
    }

    /** Whether a call was made, whatever came of it. */
    boolean isBegun() {
        return begun;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    boolean reached(Environment environment) {
        return calls(environment).findAny().isPresent();
    }

    /** What was put there last; empty if nothing was. */
    Optional<Traffic> last(Environment environment) {
        return lastCall(environment).map(each -> each.call().traffic());
    }

    /** The id that the service gave to what was put there last; empty if it gave none. */
    Optional<String> deployment(Environment environment) {
        return lastCall(environment).flatMap(WrittenCall::deployment);
    }

    /** Whether it may show there what it does not show now. */
    boolean mayShowLate(Environment environment) {
        return lastCall(environment).filter(WrittenCall::takesEffect).isPresent();
    }

    /** Whether this publish may have put it there. */
    boolean mayHaveBrought(Environment environment, Live live) {
        return calls(environment).anyMatch(each -> each.ours().test(live));
    }

    /** Whether something else was put there than ran before. */
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
