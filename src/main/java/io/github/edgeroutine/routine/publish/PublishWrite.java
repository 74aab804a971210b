// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One call of a publish: the write, and the check of this write and of all writes before. */
public final class PublishWrite {

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final RoutineClient routines;
    private final ReadBack readBack;
    private final Written written;
    private final Ending ending;
    private final Patience patience;

    PublishWrite(
            Planned planned,
            RoutineClient routines,
            ReadBack readBack,
            Written written,
            Ending ending,
            Patience patience) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.routines = routines;
        this.readBack = readBack;
        this.written = written;
        this.ending = ending;
        this.patience = patience;
    }

    /**
     * Makes the call.
     *
     * @param name what it publishes, as the user knows it
     * @return the outcome if the call failed; empty if the publish continues
     */
    Optional<Outcome> make(PublishCall call, String name) {
        written.begin(call);
        PublishAnswer answer;
        try {
            answer = routines.publish(call);
        } catch (CallFailedException e) {
            return Optional.of(afterFailure(e, truth -> PublishRequest.failed(name, e, truth)));
        }
        try {
            answer.confirm(call.traffic());
        } catch (CallFailedException e) {
            written.contradicted(answer);
            return Optional.of(
                    ended(readBack.lastLook(plan.routine()), truth -> PublishRequest.failed(name, e, truth)));
        }
        written.confirmed(answer);
        answer.seen().filter(written::isShownBy).ifPresent(written::provenBy);
        return written.proof().isPresent() || request.verifyTimeout().isZero() ? Optional.empty() : look(name);
    }

    private Outcome afterFailure(CallFailedException failure, UnaryOperator<String> story) {
        if (failure.effect() != Effect.UNKNOWN) {
            written.changedNothing();
        }
        if (written.isEmpty()) {
            return planned.unwritten(Verdict.NOT_PUBLISHED, Optional.of(story.apply("Nothing was changed.")));
        }
        return ended(failure.effect() == Effect.NOT_SENT ? readBack.lastLook(plan.routine()) : failure.seen(), story);
    }

    private Outcome ended(Optional<RoutineState> state, UnaryOperator<String> story) {
        return state.map(now -> plan.isShownBy(now) ? ending.untouched(now, story) : ending.restored(now, story))
                .orElseGet(() -> ending.unknown(story));
    }

    private Optional<Outcome> look(String name) {
        Optional<RoutineState> state = readBack.await(plan.routine(), written::isShownBy, plan.seen(), patience);
        if (state.filter(written::isShownBy).isPresent()) {
            written.provenBy(state.get());
            return Optional.empty();
        }
        if (state.isEmpty() && !plan.seen()) {
            return Optional.empty();
        }
        String accepted = "The service accepted " + name + ", but ";
        String end = Thread.currentThread().isInterrupted()
                ? " before the build was stopped. "
                : " within " + request.verifyTimeout().toSeconds() + " s. ";
        return Optional.of(state.map(seen -> ending.restored(
                        seen,
                        truth -> accepted + "the routine did not show it everywhere" + end + truth
                                + " Publish again, or raise {verifyTimeout} if the routine only needs more time."))
                .orElseGet(() -> ending.accepted(
                        truth -> accepted + "the state of the routine could not be read" + end + truth)));
    }
}
