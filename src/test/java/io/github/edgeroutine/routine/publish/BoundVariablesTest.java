// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A revision with the function variables of one environment, published to another one. */
class BoundVariablesTest {

    private final PublishFixture bench = new PublishFixture("staging=16", "production=16");
    private final RequestFor toProduction = RequestFor.revision("20", "production");

    @Test
    void variablesOfAnotherEnvironmentAreWarnedOf() {
        bench.account.keeps("20", "code", new Environment("staging"));

        Outcome outcome = bench.publish(toProduction);

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("Revision 20 of routine hello is bound to the variables of staging, and would use them in"
                        + " production too."
                        + " Upload the code with {variablesOf=production}, and publish that revision there."),
                bench.warnings);
    }

    @Test
    void strictVariablesRefusesThemBeforeAnyWrite() {
        bench.account.keeps("20", "code", new Environment("production"));

        Outcome outcome =
                bench.publish(RequestFor.revision("20", "staging", "production").strictVariables());

        assertEquals(
                Optional.of("Revision 20 of routine hello is bound to the variables of production, and would use them"
                        + " in staging"
                        + " too, but {strictVariables} does not allow this. Upload the code with"
                        + " {variablesOf=staging}, and publish"
                        + " that revision there. Nothing was changed."),
                outcome.failure());
        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void whatRunsThereAlreadyIsWarnedOfToo() {
        bench.account.keeps("20", "code", new Environment("staging"));
        bench.publish(toProduction);
        bench.warnings.clear();

        assertTrue(bench.publish(toProduction).isUpToDate());

        assertEquals(1, bench.warnings.size());
    }

    @Test
    void aRevisionRunsWithItsOwnVariables() {
        bench.account.keeps("20", "code", new Environment("production"));

        assertEquals(
                Optional.empty(), bench.publish(toProduction.strictVariables()).failure());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void aRevisionWithoutVariablesRunsAnywhere() {
        bench.account.looks(truth -> withoutVariables(truth), truth -> truth);

        assertEquals(
                Optional.empty(),
                bench.publish(RequestFor.revision("19", "production").strictVariables())
                        .failure());
        assertEquals(
                Optional.empty(),
                bench.publish(RequestFor.revision("18", "production").strictVariables())
                        .failure());
        assertEquals(List.of(), bench.warnings);
    }

    /** Staging had none when revision 19 was made. */
    private static RoutineState withoutVariables(RoutineState truth) {
        Revision made = new Revision(
                new CodeRevision("19"),
                "",
                "",
                Readiness.READY,
                Optional.of(new Binding(new Environment("staging"), false)));
        return new RoutineState(truth.live(), List.of(made));
    }

    @Test
    void strictVariablesMeansNothingWithoutTheState() {
        bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertTrue(bench.publish(toProduction.strictVariables())
                .failure()
                .orElseThrow()
                .contains("leftBehind=fail, strictVariables, a share of the requests and a rollback without"
                        + " force. Nothing was changed."));
        assertEquals(List.of("describe"), bench.account.received());
    }
}
