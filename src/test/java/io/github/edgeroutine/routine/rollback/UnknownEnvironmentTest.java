// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Planner;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The service shows a routine, but of one environment not what runs there. Nobody may say then that nothing does. */
class UnknownEnvironmentTest {

    private static final RoutineName HELLO = new RoutineName("hello");

    private final PublishFixture bench = new PublishFixture("staging=16", "production=16");

    @Test
    void whatIsNotShownAfterwardsIsNotCalledUnpublished() {
        bench.account.looks(truth(), hides("production"), hides("production"));

        Outcome outcome = bench.publish(toAll().verifyTimeout(Duration.ofMillis(100)));

        assertTrue(
                outcome.failure().orElseThrow().contains("Now staging runs 17, production runs what is not known."),
                outcome.failure().toString());
        assertEquals(
                List.of("staging: 16, then 17, published", "production: 16, then -, not known"),
                PublishFixture.places(outcome));
    }

    @Test
    void whatWasNotShownBeforeIsNotPutBackAndSaid() {
        bench.account
                .looks(hides("production"))
                .writes(failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN), "production"));

        String failure = bench.publish(toAll().restoreOnFailure()).failure().orElseThrow();

        assertTrue(
                failure.contains("What ran in production before is not known, so nothing is restored there. Now staging"
                        + " runs 16, production runs 17."),
                failure);
        assertEquals(List.of(false), seen("production"));
    }

    @Test
    void aCanaryWithoutShownCodeKeepsAnUnknownRevision() {
        PublishFixture canary = new PublishFixture("production=16", "presetCanaryZhejiang=16");
        canary.account.looks(hides("production", "presetCanaryZhejiang"));

        canary.publish(RequestFor.revision("17", "production"));

        assertTrue(
                canary.warnings.get(0).contains("presetCanaryZhejiang (what is not known)"),
                canary.warnings.toString());
    }

    @Test
    void theMemoryKnowsThatNobodyCouldLook() throws GoalFailedException {
        RoutineState state = hidden(running("staging=16", "production="), "production");

        Plan plan = Planner.plan(toAll().request(), state);
        RunMemory memory = RunMemory.none(HELLO)
                .beginning(
                        new Invocation("1-a", "g:a"),
                        RunKind.PUBLISH,
                        plan,
                        plan.stages().get(0));

        Run run = memory.newest().orElseThrow();
        assertTrue(run.changes().get(new Environment("staging")).before().isKnown());
        assertFalse(run.changes().get(new Environment("production")).before().isKnown());
    }

    private List<Boolean> seen(String environment) {
        return bench.plans.get(0).steps().stream()
                .filter(step -> step.environment().name().equals(environment))
                .map(step -> step.before().isKnown())
                .toList();
    }

    private static RequestFor toAll() {
        return RequestFor.revision("17", "staging", "production");
    }

    private static Look hides(String... environments) {
        return state -> hidden(state, environments);
    }

    private static RoutineState hidden(RoutineState state, String... environments) {
        Set<String> unknown = Set.of(environments);
        Map<Environment, Live> live = new LinkedHashMap<>(state.live());
        live.replaceAll((environment, revision) -> unknown.contains(environment.name()) ? Live.UNKNOWN : revision);
        return new RoutineState(live, state.revisions(), state.settings());
    }
}
