// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import java.util.Optional;

/** The checks between the stages of a publish: nobody else has published, and the probes get correct answers. */
final class StageCheck {

    private static final String PROBE_HINT = " Check {probes}, and what the edge answers.";

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final Written written;
    private final Ending ending;
    private final Progress progress;
    private final Patience patience;
    private List<ProbeResult> results = List.of();

    StageCheck(
            Planned planned,
            ReadBack readBack,
            HealthGate gate,
            Written written,
            Ending ending,
            Progress progress,
            Patience patience) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.readBack = readBack;
        this.gate = gate;
        this.written = written;
        this.ending = ending;
        this.progress = progress;
        this.patience = patience;
    }

    /** The results of the last stage with probes. */
    List<ProbeResult> results() {
        return results;
    }

    Outcome upToDate() {
        Outcome healthy = planned.unwritten(Verdict.UP_TO_DATE, Optional.empty());
        return flaw().map(flaw -> healthy.failed("Up to date: " + request + ", but it does not work. " + flaw
                        + " This build published nothing, so nothing is restored." + PROBE_HINT))
                .orElse(healthy)
                .probed(results);
    }

    /**
     * @return the outcome if the stage must not begin; the first stage always begins, because its plan is new
     */
    Optional<Outcome> before(Stage stage) {
        if (isFirst(stage) || !plan.seen() || request.verifyTimeout().isZero()) {
            return Optional.empty();
        }
        return surprised("The rollout of " + request + " stopped before " + words(stage) + ": ");
    }

    /**
     * For the later calls of a stage, if the service accepts only one environment in a call.
     *
     * @return the outcome if somebody else has published since the earlier calls
     */
    Optional<Outcome> before(PublishCall call) {
        return written.proof()
                .filter(state -> !surprises(state).isEmpty())
                .flatMap(state -> surprised("The publish of " + request + " stopped before "
                        + CommaList.of(call.environments().stream()
                                .map(Environment::name)
                                .toList())
                        + ": "));
    }

    private Optional<Outcome> surprised(String stopped) {
        Optional<RoutineState> state =
                readBack.await(plan.routine(), now -> surprises(now).isEmpty(), plan.seen(), patience);
        if (state.isEmpty()) {
            return Optional.of(
                    ending.accepted(truth -> stopped + "the state of the routine could not be read. " + truth));
        }
        List<String> surprises = surprises(state.get());
        return surprises.isEmpty()
                ? Optional.empty()
                : Optional.of(ending.restored(state.get(), truth -> stopped + CommaList.of(surprises) + ". " + truth));
    }

    /** The environments that run something unexpected. */
    private List<String> surprises(RoutineState state) {
        return plan.steps(Action.PUBLISH).stream()
                .filter(step -> expected(step).isKnown())
                .filter(step -> !state.liveIn(step.environment()).equals(expected(step)))
                .map(step ->
                        step.environment() + " runs " + state.liveIn(step.environment()) + ", not " + expected(step))
                .toList();
    }

    private Live expected(Step step) {
        return written.last(step.environment()).<Live>map(traffic -> traffic).orElse(step.before());
    }

    /** @return the outcome if the stage failed */
    Optional<Outcome> after(Stage stage) {
        if (!isLast(stage)) {
            patience.renew();
            progress.waits("The rollout of " + request + " has finished " + words(stage) + "."
                    + (stage.pause().isZero()
                            ? ""
                            : " The next step starts in " + stage.pause().toSeconds() + " s."));
        }
        if (!gate.pause(stage.pause())) {
            return Optional.of(stopped(
                    "The rollout of " + request + " stopped after " + words(stage)
                            + ", because the build was stopped. ",
                    ""));
        }
        String done = plan.stages().size() == 1
                ? "Published " + request + ", but it does not work. "
                : "The rollout of " + request + " stopped after " + words(stage) + ", because it does not work. ";
        return flaw().map(flaw -> stopped(done + flaw + " ", PROBE_HINT).probed(results));
    }

    private Outcome stopped(String story, String hint) {
        return readBack.lastLook(plan.routine())
                .map(state -> ending.restored(state, truth -> story + truth + hint))
                .orElseGet(() -> ending.accepted(truth -> story + truth));
    }

    private Optional<String> flaw() {
        results = gate.ask(request.probes(), share());
        return results.stream().flatMap(result -> result.flaw().stream()).findFirst();
    }

    /** The smallest share of the revision in any environment now. */
    private int share() {
        return plan.steps().stream()
                .flatMap(step -> expected(step).traffic().stream())
                .mapToInt(this::share)
                .filter(share -> share > 0)
                .min()
                .orElse(100);
    }

    private int share(Traffic traffic) {
        return plan.revision()
                .alone()
                .map(revision -> traffic.shares().getOrDefault(revision, 0))
                .orElse(0);
    }

    private boolean isFirst(Stage stage) {
        return stage.equals(plan.stages().get(0));
    }

    private boolean isLast(Stage stage) {
        return stage.equals(plan.stages().get(plan.stages().size() - 1));
    }

    private String words(Stage stage) {
        return "step " + (plan.stages().indexOf(stage) + 1) + " of "
                + plan.stages().size();
    }
}
