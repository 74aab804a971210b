// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.Outcome.Verdict;
import io.github.edgeroutine.routine.Plan.Action;
import io.github.edgeroutine.routine.Plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One plan on its way: the write, the look at what came of it, and, where that is a mix, the way back. */
final class Execution {

    private static final String NOT_KNOWN =
            "What is live now is not known: look at the routine's environments in the DCDN"
                    + " console. Publishing the same revision again does no harm.";

    private final Wish wish;
    private final Plan plan;
    private final EdgeRoutines routines;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final RollbackMemory memory;

    Execution(Wish wish, Plan plan, EdgeRoutines routines, ReadBack readBack, HealthGate gate, RollbackMemory memory) {
        this.wish = wish;
        this.plan = plan;
        this.routines = routines;
        this.readBack = readBack;
        this.gate = gate;
        this.memory = memory;
    }

    Outcome run(Progress progress) {
        Optional<Publication> publication = plan.publication();
        if (publication.isEmpty() || wish.dryRun()) {
            return Outcome.unseen(wish, plan, Verdict.PLANNED, Optional.empty());
        }
        memory.beforeWrite(plan);
        Outcome outcome = publish(publication.get(), progress);
        memory.afterWrite(outcome);
        return outcome;
    }

    private Outcome publish(Publication publication, Progress progress) {
        try {
            routines.publish(publication).confirm(plan.revision());
        } catch (CallFailedException e) {
            return afterFailure(e, progress);
        }
        return plan.seen() && !wish.verifyTimeout().isZero()
                ? afterSuccess()
                : ifHealthy(Outcome.unseen(wish, plan, Verdict.ACCEPTED, Optional.empty()));
    }

    private Outcome afterFailure(CallFailedException call, Progress progress) {
        if (call.effect() == Effect.NONE) {
            return Outcome.unseen(
                    wish, plan, Verdict.NOT_PUBLISHED, Optional.of(wish.failed(call, "Nothing was changed.")));
        }
        Optional<RoutineState> state = plan.seen() ? readBack.look(plan.routine()) : Optional.empty();
        if (state.isEmpty()) {
            return Outcome.unseen(wish, plan, Verdict.UNKNOWN, Optional.of(wish.failed(call, NOT_KNOWN)));
        }
        if (tookEffectUnconfirmed(call, state.get())) {
            progress.warn("The publish of " + plan.publication().orElseThrow() + " was not confirmed: "
                    + call.getMessage() + ". Yet the routine shows it everywhere.");
            return ifHealthy(Outcome.seen(wish, plan, state.get(), Optional.empty()));
        }
        UnaryOperator<String> story = truth -> wish.failed(call, truth);
        return plan.isShownBy(state.get())
                ? told(state.get(), "", story)
                : failed(state.get(), changed(state.get()), story);
    }

    /**
     * An answer that never came, or that refused what was done all the same, perhaps by an earlier attempt, does not count
     * against what is live. One that contradicts itself does: something is broken then.
     */
    private boolean tookEffectUnconfirmed(CallFailedException call, RoutineState state) {
        return plan.isShownBy(state)
                && (call.kind() == Kind.NO_VERDICT
                        || call.kind() != Kind.UNREADABLE && !changed(state).isEmpty());
    }

    private List<Step> changed(RoutineState state) {
        return plan.steps(Action.PUBLISH).stream()
                .filter(step -> !state.liveIn(step.environment()).equals(step.before()))
                .toList();
    }

    private Outcome afterSuccess() {
        Optional<RoutineState> state = readBack.await(plan, wish.verifyTimeout());
        if (state.filter(plan::isShownBy).isPresent()) {
            return ifHealthy(Outcome.seen(wish, plan, state.get(), Optional.empty()));
        }
        String accepted = "The service accepted " + wish + ", but "
                + (isStopped()
                        ? "the build was stopped before "
                        : "within " + wish.verifyTimeout().toSeconds() + " s ");
        if (state.isEmpty()) {
            return Outcome.unseen(
                    wish,
                    plan,
                    Verdict.ACCEPTED,
                    Optional.of(accepted + "the state of the routine could not be read. " + NOT_KNOWN));
        }
        // Also what shows its old revision is put back: it may only be late.
        return failed(
                state.get(),
                plan.steps(Action.PUBLISH),
                truth -> accepted + "the routine did not show it everywhere. " + truth
                        + " Publish again, or raise <verifyTimeout> (-Dedge-routine.verifyTimeout) if it only takes"
                        + " longer.");
    }

    private Outcome ifHealthy(Outcome published) {
        Optional<String> flaw = gate.flaw(wish.probes());
        if (flaw.isEmpty()) {
            return published;
        }
        String story = "Published " + wish + ", but it does not work. " + flaw.get() + " ";
        Optional<RoutineState> state = plan.seen() ? readBack.look(plan.routine()) : Optional.empty();
        return state.isPresent()
                ? failed(
                        state.get(),
                        plan.steps(Action.PUBLISH),
                        truth -> story + truth + " See <probes>, and what the edge answers.")
                : Outcome.unseen(wish, plan, Verdict.ACCEPTED, Optional.of(story + NOT_KNOWN));
    }

    /**
     * @param touched what has to be put back, if that is wished
     * @param story makes the whole line out of the sentences on what is live now
     */
    private Outcome failed(RoutineState state, List<Step> touched, UnaryOperator<String> story) {
        if (!wish.restoreOnFailure()) {
            return told(state, "", story);
        }
        if (isStopped()) {
            return told(state, "The build was stopped, so nothing is put back. ", story);
        }
        String restored = new Restoration(routines)
                        .restore(
                                plan.routine(),
                                touched.stream()
                                        .filter(step -> !step.before().equals(Optional.of(plan.revision())))
                                        .toList())
                + " ";
        return readBack.look(plan.routine())
                .map(now -> told(now, restored, story))
                .orElseGet(() ->
                        Outcome.unseen(wish, plan, Verdict.UNKNOWN, Optional.of(story.apply(restored + NOT_KNOWN))));
    }

    private Outcome told(RoutineState state, String restored, UnaryOperator<String> story) {
        return Outcome.seen(wish, plan, state, Optional.of(story.apply(restored + live(state))));
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private String live(RoutineState state) {
        return "Now "
                + Listing.of(plan.steps().stream()
                        .map(Step::environment)
                        .map(environment -> environment + " runs "
                                + state.liveIn(environment)
                                        .map(CodeRevision::digits)
                                        .orElse("nothing"))
                        .toList())
                + ".";
    }
}
