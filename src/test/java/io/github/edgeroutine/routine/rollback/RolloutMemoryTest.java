// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Planner;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of a rollout, whose steps write the same environment again and again. */
class RolloutMemoryTest {

    private static final Invocation FIRST = new Invocation("1-a", "g:a");
    private static final Invocation SECOND = new Invocation("2-b", "g:a");
    private static final Probe HOME =
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);

    private final RequestFor ramp =
            RequestFor.revision("17", "production").rollout("10", "50").probes(HOME);
    private RunMemory memory = RunMemory.none(HELLO);

    @Test
    void aWholeRolloutIsOneChange() {
        publish("16", Integer.MAX_VALUE, false, FIRST);

        assertEquals(List.of("16 -> 17"), remembered());
    }

    @Test
    void ofARolloutThatStoppedTheShareIsRemembered() {
        publish("16", 30, false, FIRST);

        assertEquals(List.of("16 -> 17 (50 %) and 16 (50 %)"), remembered());
        assertEquals("16", comesBack("production=17:50+16:50"));
    }

    @Test
    void aRolloutThatIsTakenBackAtItsSecondStepChangedNothing() {
        publish("16", 30, true, FIRST);

        assertEquals(List.of(), remembered());
    }

    @Test
    void ofARolloutThatIsKilledAnywhereWhatRanBeforeItComesBack() throws GoalFailedException {
        Plan plan = plan("16");
        memory = memory.beginning(FIRST, RunKind.PUBLISH, plan, plan.stages().get(0));
        assertEquals("16", comesBack("production=16:90+17:10"));

        memory = memory.beginning(FIRST, RunKind.PUBLISH, plan, plan.stages().get(1));
        assertEquals("16", comesBack("production=16:90+17:10"));
        assertEquals("16", comesBack("production=17:50+16:50"));
    }

    @Test
    void aLaterCallGoesOnWithARolloutThatWasKilled() throws GoalFailedException {
        Plan plan = plan("16");
        memory = memory.beginning(FIRST, RunKind.PUBLISH, plan, plan.stages().get(0));

        publish("16:90+17:10", Integer.MAX_VALUE, false, SECOND);

        assertEquals(List.of("16 -> 17"), remembered());
        assertEquals("16", comesBack("production=17"));
    }

    @Test
    void aLaterCallWithAnotherRevisionStartsANewRun() throws GoalFailedException {
        Plan plan = plan("16");
        memory = memory.beginning(FIRST, RunKind.PUBLISH, plan, plan.stages().get(0));

        PublishFixture bench = bench("16:90+17:10", SECOND);
        bench.publish(RequestFor.revision("18", "production"));

        assertEquals("16 (90 %) and 17 (10 %) -> 18", remembered().get(0));
    }

    @Test
    void theShareThatARolloutBeganWithComesBack() {
        publish("16:95+17:5", Integer.MAX_VALUE, false, FIRST);

        assertEquals("16 (95 %) and 17 (5 %)", comesBack("production=17"));
    }

    /** Of production, the newest first; with a question mark where it is not known whether it is done. */
    private List<String> remembered() {
        return memory.runs().stream()
                .flatMap(run -> run.changes().values().stream())
                .map(change -> change.before() + " -> " + change.after() + (change.done() ? "" : "?"))
                .toList();
    }

    private String comesBack(String place) {
        RoutineState state = running(place);
        try {
            WayBack back = WayBack.of(
                    HELLO, memory.settled(state).newest().orElseThrow(), Optional.of(state), Optional.empty(), false);
            return back.revert().targets().get(new Environment("production")).toString();
        } catch (GoalFailedException e) {
            return e.getMessage();
        }
    }

    /** @param held how many probes hold before one does not */
    private void publish(String before, int held, boolean restore, Invocation by) {
        PublishFixture bench = bench(before, by);
        int[] asked = {0};
        bench.prober =
                (probe, left) -> Optional.of("the status is 502 instead of 200").filter(words -> ++asked[0] > held);
        bench.publish(restore ? ramp.restoreOnFailure() : ramp);
    }

    private PublishFixture bench(String before, Invocation by) {
        PublishFixture bench = new PublishFixture("production=" + before);
        bench.account.like(MadeUpService.FIXED);
        bench.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Plan.Stage stage) {
                memory = memory.beginning(by, RunKind.PUBLISH, plan, stage);
            }

            @Override
            public void afterWrite(Outcome outcome) {
                memory = memory.ended(by, RunKind.PUBLISH, outcome);
            }
        };
        return bench;
    }

    private Plan plan(String before) throws GoalFailedException {
        return Planner.plan(ramp.request(), running("production=" + before));
    }
}
