// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call.WriteRule;
import io.github.edgeroutine.routine.Call.WriteRule.Decision;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.EdgeRoutines.Awaited;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides when a write is done. Each write has a rule here. If the answer is missing, unreadable or an error, the
 * rule uses the state of the routine.
 */
public final class Completion {

    private Completion() {}

    /**
     * A publish is done if the routine shows it, with any answer. There is one exception: the state proves nothing
     * if the revision ran there before. So a refusal counts if the publish was forced and the revision ran already,
     * or the earlier state is not known. A missing answer does not count as a failure: the wanted revision is live.
     *
     * <p>A publish that is not done is repeated, unless somebody else has published since: a retry would replace a
     * revision that the plan did not know.
     */
    static WriteRule<PublishAnswer> ofPublish(PublishCall publication) {
        Optional<RoutineState> before = publication.before();
        return (failure, now) -> {
            if (publication.isShownBy(now)) {
                boolean provesNothing = publication.force()
                        && before.map(publication::isShownBy).orElse(true);
                if (!provesNothing || !failure.reason().isRefusal()) {
                    return Decision.done(PublishAnswer.by(now, failure));
                }
                return failure.effect() == Effect.NONE && before.isPresent()
                        ? Decision.notDone(Effect.NONE)
                        : Decision.notKnown();
            }
            if (before.filter(earlier -> !isOnlyOurs(publication, earlier, now)).isPresent()) {
                return Decision.notKnown();
            }
            return Decision.notDone(
                    before.filter(earlier -> isSame(publication, earlier, now)).isPresent()
                            ? failure.effect()
                            : Effect.UNKNOWN);
        };
    }

    private static boolean isOnlyOurs(PublishCall publication, RoutineState before, RoutineState now) {
        return publication.environments().stream()
                .allMatch(place ->
                        List.of(before.liveIn(place), publication.traffic()).contains(now.liveIn(place)));
    }

    private static boolean isSame(PublishCall publication, RoutineState before, RoutineState now) {
        return publication.environments().stream()
                .allMatch(place -> now.liveIn(place).equals(before.liveIn(place)));
    }

    /**
     * Code is staged if staging runs staged code and did not before. It is safe to stage the same code again. But
     * this is done only if the call was rejected, or if the routine does not show whether code is staged.
     *
     * @param before the routine before the call
     * @param showsInStaging whether staging runs the code at once
     */
    static WriteRule<Confirmation> ofStage(RoutineState before, boolean showsInStaging) {
        return (failure, now) -> {
            if (!showsInStaging) {
                return Decision.notDone(failure.effect());
            }
            boolean isNew = now.runsStagedCode() && !before.runsStagedCode();
            if (isNew && failure.reason() != Reason.LIMIT) {
                return Decision.done(Confirmation.by(now));
            }
            return failure.effect() == Effect.NONE ? Decision.notDone(Effect.NONE) : Decision.notKnown();
        };
    }

    /**
     * Each commit creates a revision, and only its code shows whether it is the right one. So the state of the
     * routine alone never proves a commit. It is repeated only if it was rejected and there is no new revision.
     *
     * @param before the routine before the call
     */
    static WriteRule<CodeRevision> ofCommit(RoutineState before) {
        return (failure, now) ->
                failure.effect() == Effect.NONE && now.newSince(before).isEmpty()
                        ? Decision.notDone(Effect.NONE)
                        : Decision.notKnown();
    }

    /**
     * Each call creates a revision that waits for its files, and only the answer contains the address for the
     * upload. So the state of the routine never proves it. It is repeated only if it was rejected, or if there is no
     * new revision.
     *
     * @param before the routine before the call
     */
    static WriteRule<Awaited> ofCreate(RoutineState before) {
        return (failure, now) ->
                failure.effect() == Effect.NONE || now.newSince(before).isEmpty()
                        ? Decision.notDone(failure.effect())
                        : Decision.notKnown();
    }

    /**
     * An upload is done if the revision can run and the call was not refused. It is safe to upload the same files
     * again while the revision waits for them.
     */
    static WriteRule<Confirmation> ofUpload(CodeRevision revision) {
        return (failure, now) -> switch (now.kept(revision)
                .map(Revision::readiness)
                .orElse(Readiness.FAILED)) {
            case READY ->
                failure.reason().isRefusal() ? Decision.notDone(failure.effect()) : Decision.done(Confirmation.by(now));
            case PREPARING -> Decision.notDone(failure.effect());
            case ABANDONED, FAILED -> Decision.notKnown();
        };
    }

    /**
     * A routine is created when it exists, even if another client created it. Each name exists only once, so a retry
     * is safe.
     */
    static WriteRule<Confirmation> ofNewRoutine() {
        return new WriteRule<>() {
            @Override
            public Decision<Confirmation> decide(CallFailedException failure, RoutineState now) {
                return Decision.done(Confirmation.by(now));
            }

            @Override
            public boolean makesRoutine() {
                return true;
            }
        };
    }

    /** For a write that the state of the routine does not show, and that is safe to repeat. */
    static <T> WriteRule<T> ofWhatNoLookShows() {
        return (failure, now) -> Decision.notDone(failure.effect());
    }

    /** For a write whose result the state shows, independent of the state before. */
    static WriteRule<Confirmation> until(Predicate<RoutineState> done) {
        return (failure, now) ->
                done.test(now) ? Decision.done(Confirmation.by(now)) : Decision.notDone(failure.effect());
    }
}
