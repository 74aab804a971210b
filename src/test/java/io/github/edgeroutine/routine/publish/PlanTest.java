// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 17 goes to production, runs in staging already, and leaves a canary on 15. */
class PlanTest {

    private static final Step PRODUCTION = step("production", "16", "17", Action.PUBLISH);
    private static final Step STAGING = step("staging", "17", "17", Action.UP_TO_DATE);
    private static final Step CANARY = step("presetCanaryHunan", "15", "15", Action.LEFT_BEHIND);

    @Test
    void whatIsWantedIsWantedWhereItRunsAlreadyTooAndNotWhereNothingWasAsked() {
        assertEquals(
                "{production=17, staging=17}",
                plan(PRODUCTION, STAGING, CANARY).wanted().toString());
    }

    @Test
    void withoutStepsOfARolloutAllWritesAreOneStage() {
        Plan plan = plan(PRODUCTION, STAGING, CANARY);

        assertEquals(1, plan.stages().size());
        assertEquals(List.of(PRODUCTION), plan.stages().get(0).steps());
        assertEquals(
                "[revision 17 of routine hello in production]",
                plan.calls(MadeUpService.OPEN, false).toString());
    }

    @Test
    void whereNothingIsWrittenThereIsNoStage() {
        assertEquals(List.of(), plan(STAGING, CANARY).stages());
    }

    private static Plan plan(Step... steps) {
        return new Plan(new RoutineName("hello"), live("17"), List.of(steps), true);
    }

    private static Step step(String environment, String before, String wanted, Action action) {
        return new Step(new Environment(environment), live(before), live(wanted), action);
    }

    private static Live live(String words) {
        return FakeRoutines.live(words);
    }
}
