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
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan, whatever runs and whatever is asked for. */
class PlanPropertyTest {

    private static final List<String> PLACES =
            List.of("staging", "production", "presetCanaryZhejiang", "presetCanaryHongKong", "presetCanaryLondon");
    /** Few, so that it often happens that one runs already. */
    private static final List<String> REVISIONS = List.of("9", "10", "010", "1620876959997924701");

    /** A request and what it meets. */
    record Case(PublishRequest request, RoutineState state) {

        Plan plan() {
            try {
                return Planner.plan(request, state);
            } catch (GoalFailedException e) {
                Assume.that(false);
                throw new AssertionError(e);
            }
        }

        Set<Environment> targets() {
            Stream<Environment> every = state.live().keySet().stream()
                    .filter(place -> request.targets().all() && !place.name().equals("staging"));
            return Stream.concat(request.targets().named().stream(), every).collect(toSet());
        }
    }

    @Property
    void exactlyTheTargetsThatRunOtherCodeAreWritten(@ForAll("cases") Case any) {
        Plan plan = any.plan();

        Set<Environment> due = any.targets().stream()
                .filter(place ->
                        any.request().force() || !any.state().live().get(place).equals(plan.revision()))
                .collect(toSet());

        assertEquals(due, written(plan));
    }

    @Property
    void everyTargetHasOneStepAndNothingElseIsUpToDate(@ForAll("cases") Case any) {
        List<Environment> steps = any.plan().steps().stream()
                .filter(step -> step.action() != Action.LEFT_BEHIND)
                .map(Step::environment)
                .toList();

        assertEquals(any.targets(), Set.copyOf(steps));
        assertEquals(any.targets().size(), steps.size());
    }

    @Property
    void twiceIsTheSameAsOnce(@ForAll("cases") Case any) throws GoalFailedException {
        Plan first = any.plan();
        Assume.that(!any.request().force());

        Plan second = Planner.plan(any.request(), after(first, any.state()));

        assertEquals(List.of(), second.stages());
        assertEquals(first.wanted(), second.wanted());
    }

    @Property
    void aPlanThatIsCarriedOutShows(@ForAll("cases") Case any) {
        Plan plan = any.plan();
        RoutineState after = after(plan, any.state());

        assertTrue(plan.isShownBy(after));
        any.targets().forEach(place -> assertEquals(plan.revision(), after.liveIn(place)));
    }

    @Property
    void whatIsLeftBehindIsACanaryOnOtherCodeAndNeverATarget(@ForAll("cases") Case any) {
        Plan plan = any.plan();

        plan.steps(Action.LEFT_BEHIND).forEach(step -> {
            assertTrue(step.environment().name().startsWith("presetCanary"));
            assertTrue(!any.targets().contains(step.environment()));
            assertTrue(!step.before().equals(plan.revision()));
        });
    }

    private static Set<Environment> written(Plan plan) {
        return plan.calls(MadeUpService.OPEN, false).stream()
                .flatMap(publication -> publication.environments().stream())
                .collect(toSet());
    }

    private static RoutineState after(Plan plan, RoutineState state) {
        Map<Environment, Live> live = new LinkedHashMap<>(state.live());
        written(plan).forEach(place -> live.put(place, plan.revision()));
        return new RoutineState(live, state.revisions());
    }

    @Provide
    Arbitrary<Case> cases() {
        return states().flatMap(state -> requests(state).map(request -> new Case(request, state)));
    }

    private static Arbitrary<RoutineState> states() {
        Arbitrary<Live> live = Arbitraries.of(
                        Stream.concat(REVISIONS.stream(), Stream.of("", "?", "unstable", "16:90+17:10", "17:90+16:10"))
                                .toList())
                .map(FakeRoutines::live);
        Arbitrary<Map<Environment, Live>> places = Arbitraries.maps(
                        Arbitraries.of(PLACES).map(Environment::new), live)
                .ofMinSize(1);
        Arbitrary<List<Revision>> kept = Arbitraries.of(REVISIONS)
                .map(digits -> new Revision(new CodeRevision(digits), "", ""))
                .list()
                .uniqueElements();
        return Combinators.combine(places, kept).as(RoutineState::new);
    }

    private static Arbitrary<PublishRequest> requests(RoutineState state) {
        List<Environment> existing = List.copyOf(state.live().keySet());
        Arbitrary<RevisionChoice> revision = Arbitraries.oneOf(
                Arbitraries.of(REVISIONS).map(text -> RevisionChoice.parse(text, MadeUpService.OPEN)),
                Arbitraries.just(new RevisionChoice.Latest()),
                Arbitraries.of(existing).map(RevisionChoice.LiveIn::new));
        Arbitrary<Targets> named =
                Arbitraries.of(existing).list().uniqueElements().ofMinSize(1).map(places -> new Targets(false, places));
        Arbitrary<Targets> all =
                Arbitraries.of(existing).list().uniqueElements().map(places -> new Targets(true, places));
        Arbitrary<Boolean> force = Arbitraries.of(false, false, true);
        return Combinators.combine(revision, Arbitraries.oneOf(named, all), Arbitraries.of(LeftBehind.values()), force)
                .as((choice, targets, leftBehind, forced) -> new PublishRequest(
                        new RoutineName("hello"),
                        choice,
                        targets,
                        leftBehind,
                        forced,
                        false,
                        Duration.ZERO,
                        false,
                        List.of(),
                        Rollout.AT_ONCE,
                        false,
                        Map.of()));
    }
}
