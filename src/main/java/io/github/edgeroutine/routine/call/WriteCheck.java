// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells by a look whether a write that failed is not done, so that it may be repeated. */
@FunctionalInterface
public interface WriteCheck {

    /**
     * @param before what the last look before the write showed; empty if there was none
     * @param now what the look after it shows
     */
    boolean isUndone(CallFailedException failure, Optional<RoutineState> before, RoutineState now);

    /** Of a write whose work can be seen whatever was there before. */
    static WriteCheck until(Predicate<RoutineState> done) {
        return (failure, before, now) -> !done.test(now);
    }

    /**
     * A look proves a publish only where something else ran before. Where somebody else has published in between, it is not
     * repeated: that would replace what the plan did not know of.
     */
    static WriteCheck of(PublishCall publication) {
        return (failure, before, now) -> publication.isShownBy(now)
                ? failure.effect() == Effect.NONE
                        && before.filter(publication::isShownBy).isPresent()
                : before.map(earlier -> isOnlyOurs(publication, earlier, now)).orElse(true);
    }

    private static boolean isOnlyOurs(PublishCall publication, RoutineState before, RoutineState now) {
        return publication.environments().stream()
                .allMatch(place ->
                        List.of(before.liveIn(place), publication.traffic()).contains(now.liveIn(place)));
    }

    /** Code that somebody staged before looks like code that was staged now; to stage the same code again does no harm. */
    static WriteCheck ofStage() {
        return (failure, before, now) -> failure.effect() == Effect.NONE
                && before.filter(earlier -> earlier.runsStagedCode() || !now.runsStagedCode())
                        .isPresent();
    }

    /** Each commit makes a revision. */
    static WriteCheck ofCommit() {
        return (failure, before, now) -> failure.effect() == Effect.NONE
                && before.filter(earlier -> numbers(earlier).containsAll(numbers(now)))
                        .isPresent();
    }

    private static List<CodeRevision> numbers(RoutineState state) {
        return state.revisions().stream().map(Revision::number).toList();
    }
}
