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
 * What counts as done. Every write has its rule here, by which one look tells what the write came to if its answer is missing,
 * cannot be read or refuses.
 */
public final class Completion {

    private Completion() {}

    /**
     * A publish is done if the routine shows it, whatever was answered. There is one exception: a look proves nothing where the
     * revision ran before. So a refusal stands if the publish was forced on what ran already, or on what nobody could see. A
     * missing answer does not: what is live is what was asked for.
     *
     * <p>A publish that is not done is repeated, unless somebody else has published in between: that would replace what the
     * plan did not know of.
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
     * Code is staged if staging runs staged code and did not before. To stage the same code again does no harm, but it is done
     * only where the call was turned away, or where no look can tell whether code is staged.
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
     * Each commit makes a revision, and only its code tells whether a new revision is ours. So a commit is never done by a look
     * at the routine alone, and it is repeated only if it was turned away and there is no new revision.
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
     * Each call makes a revision that waits for its files, and only the answer tells how to upload them. So it is never done by
     * a look at the routine, and it is repeated only if it was turned away or if there is no new revision.
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
     * An upload is done if the revision can run, unless it was refused. To upload the same files again does no harm while the
     * revision waits for them.
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

    /** A routine is made once it is there, whoever made it: a name is given once, so that to ask again does no harm. */
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

    /** Of a write that the state of the routine does not show, and that does no harm when it is repeated. */
    static <T> WriteRule<T> ofWhatNoLookShows() {
        return (failure, now) -> Decision.notDone(failure.effect());
    }

    /** Of a write whose work can be seen whatever was there before. */
    static WriteRule<Confirmation> until(Predicate<RoutineState> done) {
        return (failure, now) ->
                done.test(now) ? Decision.done(Confirmation.by(now)) : Decision.notDone(failure.effect());
    }
}
