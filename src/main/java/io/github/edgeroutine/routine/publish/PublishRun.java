// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One plan on its way: the write, the look at what came of it, the probes and, where that went wrong, the way back. */
public final class PublishRun {

    private static final String PROBE_HINT = " See {probes}, and what the edge answers.";

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final RoutineClient routines;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final RollbackMemory memory;
    private final Progress progress;
    private final Ending ending;

    PublishRun(
            Planned planned,
            RoutineClient routines,
            ReadBack readBack,
            HealthGate gate,
            RollbackMemory memory,
            Progress progress) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.routines = routines;
        this.readBack = readBack;
        this.gate = gate;
        this.memory = memory;
        this.progress = progress;
        this.ending = new Ending(planned, routines, readBack);
    }

    Outcome run() {
        if (request.dryRun()) {
            return unseen(Verdict.PLANNED, Optional.empty());
        }
        return plan.publication().map(this::write).orElseGet(this::upToDate);
    }

    private Outcome upToDate() {
        Outcome healthy = unseen(Verdict.UP_TO_DATE, Optional.empty());
        return ifHealthy(
                healthy,
                flaw -> healthy.failed("Up to date: " + request + ", but it does not work. " + flaw
                        + " Nothing was published by this build, so nothing is put back." + PROBE_HINT));
    }

    private Outcome write(PublishCall publication) {
        memory.beforeWrite(plan);
        Outcome outcome = whateverIsThrown(publication, () -> publish(publication));
        return whateverIsThrown(publication, () -> {
            memory.afterWrite(outcome);
            return outcome;
        });
    }

    /** Whatever is thrown after a write becomes an outcome here. */
    private Outcome whateverIsThrown(PublishCall publication, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            UnaryOperator<String> story = truth -> "The publish of " + publication + " broke off with "
                    + thrown.getClass().getSimpleName() + ". " + truth
                    + " This is a fault of this plugin: report it to its authors.";
            try {
                return readBack.lastLook(plan.routine())
                        .map(state -> ending.restored(state, true, story))
                        .orElseGet(() -> ending.unknown(story));
            } catch (RuntimeException | Error again) {
                // What was thrown first is what the user hears of.
                return ending.unknown(story);
            }
        }
    }

    private Outcome publish(PublishCall publication) {
        PublishAnswer answer;
        try {
            answer = routines.publish(publication.knowing(plan.before(), request.force()));
        } catch (CallFailedException e) {
            return afterFailure(e);
        }
        try {
            answer.confirm(publication.traffic());
        } catch (CallFailedException e) {
            return afterContradiction(answer, e);
        }
        if (answer.seen().isPresent()) {
            return published(planned.seen(answer.seen().get(), Optional.empty()));
        }
        return request.verifyTimeout().isZero()
                ? published(unseen(Verdict.ACCEPTED, Optional.empty()))
                : afterSuccess();
    }

    private Outcome afterFailure(CallFailedException call) {
        UnaryOperator<String> story = truth -> request.failed(call, truth);
        if (call.effect() != Effect.UNKNOWN) {
            return unseen(Verdict.NOT_PUBLISHED, Optional.of(story.apply("Nothing was changed.")));
        }
        return call.seen()
                .map(state ->
                        plan.isShownBy(state) ? ending.untouched(state, story) : ending.restored(state, false, story))
                .orElseGet(() -> ending.unknown(story));
    }

    /** The service says itself that it did something else: then what it names was brought by this publish. */
    private Outcome afterContradiction(PublishAnswer answer, CallFailedException contradiction) {
        UnaryOperator<String> story = truth -> request.failed(contradiction, truth);
        Predicate<Live> ours = live -> live.equals(plan.revision()) || answer.names(live);
        return readBack.lastLook(plan.routine())
                .map(state -> plan.isShownBy(state)
                        ? ending.untouched(state, story)
                        : ending.restored(state, false, ours, story))
                .orElseGet(() -> ending.unknown(story));
    }

    private Outcome afterSuccess() {
        Optional<RoutineState> state =
                readBack.await(plan.routine(), plan::isShownBy, plan.seen(), request.verifyTimeout());
        if (state.filter(plan::isShownBy).isPresent()) {
            return published(planned.seen(state.get(), Optional.empty()));
        }
        if (state.isEmpty() && !plan.seen()) {
            return published(unseen(Verdict.ACCEPTED, Optional.empty()));
        }
        String accepted = "The service accepted " + request + ", but "
                + (Thread.currentThread().isInterrupted()
                        ? "the build was stopped before "
                        : "within " + request.verifyTimeout().toSeconds() + " s ");
        return state.map(seen -> ending.restored(
                        seen,
                        true,
                        truth -> accepted + "the routine did not show it everywhere. " + truth
                                + " Publish again, or raise {verifyTimeout} if it only takes"
                                + " longer."))
                .orElseGet(() -> unseen(
                        Verdict.ACCEPTED,
                        Optional.of(accepted + "the state of the routine could not be read. " + Ending.NOT_KNOWN)));
    }

    private Outcome published(Outcome published) {
        return ifHealthy(published, flaw -> {
            String story = "Published " + request + ", but it does not work. " + flaw + " ";
            return readBack.lastLook(plan.routine())
                    .map(state -> ending.restored(state, true, truth -> story + truth + PROBE_HINT))
                    .orElseGet(() -> unseen(Verdict.ACCEPTED, Optional.of(story + Ending.NOT_KNOWN)));
        });
    }

    private Outcome ifHealthy(Outcome healthy, Function<String, Outcome> otherwise) {
        List<ProbeResult> results = gate.ask(request.probes());
        return results.stream()
                .flatMap(result -> result.flaw().stream())
                .findFirst()
                .map(otherwise)
                .orElse(healthy)
                .probed(results);
    }

    private Outcome unseen(Verdict verdict, Optional<String> failure) {
        return planned.unseen(verdict, failure);
    }
}
