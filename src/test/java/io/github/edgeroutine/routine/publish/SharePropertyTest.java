// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.Rollout.RolloutStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan with shares, whatever runs before. */
class SharePropertyTest {

    private static final CodeRevision NEW = new CodeRevision("17");
    private static final List<Environment> PLACES = List.of(new Environment("staging"), new Environment("production"));

    /** A request and what it meets. */
    record ShareCase(PublishRequest request, RoutineState state) {

        Plan plan() {
            return plan(state);
        }

        Plan plan(RoutineState now) {
            try {
                return Planner.plan(request, now);
            } catch (GoalFailedException e) {
                Assume.that(false);
                throw new AssertionError(e);
            }
        }
    }

    /** That shares are 100 together is a law of Traffic itself. */
    @Property
    void noEnvironmentRunsMoreThanTwoRevisionsAndTheRestIsWhatRanBefore(@ForAll("cases") ShareCase any) {
        Plan plan = any.plan();

        for (Stage stage : plan.stages()) {
            for (Step step : stage.steps()) {
                Traffic wanted = step.wanted().traffic().orElseThrow();
                Set<CodeRevision> others = new HashSet<>(wanted.shares().keySet());
                others.remove(NEW);
                Live before = any.state().liveIn(step.environment());
                assertTrue(wanted.runs(NEW));
                assertTrue(others.size() <= 1 && others.stream().allMatch(before::runs), step.toString());
            }
        }
    }

    @Property
    void theRevisionHasItsShareOrEverything(@ForAll("cases") ShareCase any) {
        Plan plan = any.plan();

        plan.steps().forEach(step -> {
            int share = step.wanted().traffic().orElseThrow().shares().get(NEW);
            int asked = step.environment().isStaging()
                    ? 100
                    : any.request().rollout().percent();
            boolean nothingElse = step.before() == Live.NOTHING
                    || step.before().alone().filter(NEW::equals).isPresent();
            assertEquals(nothingElse ? 100 : asked, share, step.toString());
        });
    }

    @Property
    void afterItIsCarriedOutNothingIsLeftToDo(@ForAll("cases") ShareCase any) {
        Assume.that(!any.request().force());
        Plan first = any.plan();

        Plan second = any.plan(after(any.state(), first));

        assertEquals(List.of(), second.stages());
        assertEquals(first.wanted(), second.wanted());
    }

    /** Wherever it was stopped. */
    @Property
    void aRolloutThatIsStoppedAnywhereComesToTheSameEnd(@ForAll("cases") ShareCase any, @ForAll int where) {
        Plan whole = any.plan();
        Assume.that(!any.request().force() && !whole.stages().isEmpty());
        int stopped = Math.floorMod(where, whole.stages().size());
        Map<Environment, Live> live = new LinkedHashMap<>(any.state().live());
        whole.stages().subList(0, stopped).forEach(stage -> carryOut(stage, live));

        Plan rest = any.plan(new RoutineState(live, any.state().revisions()));

        assertEquals(whole.wanted(), rest.wanted());
        assertEquals(whole.stages().size() - stopped, rest.stages().size());
    }

    @Property
    void eachStageBeginsWhereTheOneBeforeEndsAndNoShareFalls(@ForAll("cases") ShareCase any) {
        Plan plan = any.plan();
        Map<Environment, Live> live = new LinkedHashMap<>(any.state().live());

        for (Stage stage : plan.stages()) {
            for (Step step : stage.steps()) {
                assertEquals(live.get(step.environment()), step.before());
                assertTrue(
                        !any.request().rollout().hasSteps() || share(step.before()) <= share(step.wanted()),
                        step.toString());
            }
            carryOut(stage, live);
        }
        plan.wanted().forEach((environment, wanted) -> assertEquals(wanted, live.get(environment)));
    }

    @Property
    void nothingUnnamedChanges(@ForAll("cases") ShareCase any) {
        Set<Environment> named = Set.copyOf(any.request().targets().named());

        Plan plan = any.plan();

        plan.stages().forEach(stage -> stage.steps().forEach(step -> assertTrue(named.contains(step.environment()))));
        assertEquals(
                plan.steps(Action.PUBLISH).stream().map(Step::environment).collect(toSet()),
                plan.stages().stream()
                        .flatMap(stage -> stage.steps().stream())
                        .map(Step::environment)
                        .collect(toSet()));
    }

    private static int share(Live live) {
        return live.traffic()
                .map(traffic -> traffic.shares().getOrDefault(NEW, 0))
                .orElse(0);
    }

    private static RoutineState after(RoutineState state, Plan plan) {
        Map<Environment, Live> live = new LinkedHashMap<>(state.live());
        live.putAll(plan.wanted());
        return new RoutineState(live, state.revisions());
    }

    private static void carryOut(Stage stage, Map<Environment, Live> live) {
        stage.steps().forEach(step -> live.put(step.environment(), step.wanted()));
    }

    @Provide
    Arbitrary<ShareCase> cases() {
        return Combinators.combine(requests(), states()).as(ShareCase::new);
    }

    private static Arbitrary<RoutineState> states() {
        return Arbitraries.of("", "16", "17", "16:90+17:10", "16:40+17:60", "16:99+17:1", "16:50+18:50")
                .list()
                .ofSize(PLACES.size())
                .map(live -> FakeRoutines.running("staging=" + live.get(0), "production=" + live.get(1)));
    }

    private static Arbitrary<PublishRequest> requests() {
        Arbitrary<Rollout> shares = Arbitraries.integers().between(1, 100).map(Rollout::share);
        Arbitrary<Rollout> steps = Arbitraries.integers()
                .between(1, 100)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(percents -> Rollout.inSteps(percents.stream()
                        .sorted()
                        .<RolloutStep>map(percent -> new ShareStep(percent, Duration.ofSeconds(percent)))
                        .toList()));
        Arbitrary<List<Environment>> places =
                Arbitraries.of(PLACES).list().uniqueElements().ofMinSize(1);
        return Combinators.combine(Arbitraries.oneOf(shares, steps), places, Arbitraries.of(false, false, true))
                .as((rollout, named, force) -> new PublishRequest(
                        new RoutineName("hello"),
                        new RevisionChoice.Exactly(NEW),
                        new Targets(false, named),
                        LeftBehind.IGNORE,
                        force,
                        false,
                        Duration.ZERO,
                        false,
                        List.of(),
                        rollout,
                        false,
                        Map.of()));
    }
}
