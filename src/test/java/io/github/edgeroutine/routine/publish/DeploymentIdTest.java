// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.FakeRoutines.Write;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.RoutineState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the service gives an id to each deployment. */
class DeploymentIdTest {

    private static final Environment PRODUCTION = new Environment("production");

    private final PublishFixture bench = new PublishFixture("production=16");
    private final RequestFor request = RequestFor.revision("17", "production");

    DeploymentIdTest() {
        bench.account.like(MadeUpService.FIXED).looks(shows("100"));
    }

    @Test
    void theIdOfTheAnswerIsTheOneThatIsShown() {
        bench.account.writes(deploys("101")).looks(shows("101"));

        assertEquals(Optional.of("101"), published());
        assertEquals(List.of(), bench.warnings);
    }

    /** Also where the service shows the earlier one for a while: only the revision says what is live. */
    @Test
    void theSameRevisionByAnotherDeploymentIsASuccessThatIsSaid() {
        bench.account.writes(deploys("101")).looks(shows("102"));

        assertEquals(Optional.of("102"), published());
        assertEquals(
                List.of("Environment production of routine hello runs 17, as expected, but from deployment 102."
                        + " This publish made deployment 101. Somebody else may have published the same revision,"
                        + " or the routine does not show the new deployment yet: check with edge-routine:status."),
                bench.warnings);
    }

    @Test
    void anAnswerWithoutAnIdContradictsNothing() {
        bench.account.looks(shows("102"));

        assertEquals(Optional.of("102"), published());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void aRoutineThatShowsNoIdContradictsNothing() {
        bench.account.writes(deploys("101"));

        assertEquals(Optional.empty(), published());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void whereNobodyLooksTheAnswerCounts() {
        bench.account.writes(deploys("101"));

        Outcome outcome = bench.publish(request.verifyTimeout(Duration.ZERO));

        assertEquals(Optional.of("101"), outcome.environments().get(0).deployment());
    }

    @Test
    void whatIsUpToDateHasTheIdThatItHad() {
        Outcome outcome = bench.publish(RequestFor.revision("16", "production"));

        assertEquals(Optional.of("100"), outcome.environments().get(0).deployment());
    }

    private Optional<String> published() {
        Outcome outcome = bench.publish(request);
        assertEquals(Optional.empty(), outcome.failure());
        return outcome.environments().get(0).deployment();
    }

    private static Write deploys(String id) {
        return (account, publication) -> {
            PublishAnswer answer = FakeRoutines.reaches("production").carryOut(account, publication);
            return new PublishAnswer("A513734D", answer.revision(), Optional.of(id));
        };
    }

    /** What runs, by this deployment. */
    private static Look shows(String id) {
        return truth -> new RoutineState(
                truth.live(),
                truth.revisions(),
                Map.of(),
                Set.of(),
                false,
                OptionalInt.empty(),
                Map.of(PRODUCTION, id));
    }
}
