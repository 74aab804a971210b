// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static io.github.edgeroutine.routine.rollback.RememberedFixture.HELLO;
import static io.github.edgeroutine.routine.rollback.RememberedFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rollback to a revision that the user gives. All routines run 17 in staging and production; 16 to 18 are there. */
class ChosenRollbackTest {

    private static final RevisionChoice EIGHTEEN = RevisionChoice.of(Traffic.all(new CodeRevision("18")));
    private static final Environment PRODUCTION = new Environment("production");
    private static final Targets TO_PRODUCTION = new Targets(false, List.of(PRODUCTION));

    private final RememberedFixture memory = new RememberedFixture();

    @Test
    void aRevisionGoesToTheEnvironmentsThatAreNamed() throws Exception {
        List<Outcome> outcomes =
                memory.named(HELLO).to(EIGHTEEN).in(TO_PRODUCTION).choose();

        assertEquals(List.of("production: 17, then 18, published"), PublishFixture.places(outcomes.get(0)));
        assertEquals(List.of("revision 18 of routine hello in production"), memory.writes());
    }

    @Test
    void aRevisionAloneGoesWhereTheLastRunWrote() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        memory.named(HELLO).to(EIGHTEEN).choose();

        assertEquals(List.of("revision 18 of routine hello in staging"), memory.writes());
    }

    @Test
    void withoutANameAllRoutinesOfTheLastRunOfTheModuleAreMeant() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:a", "production: 16 -> 17"));

        List<Outcome> outcomes = memory.toPrevious().choose();

        assertEquals(
                List.of(List.of("staging: 17, then 16, published"), List.of("production: 17, then 16, published")),
                outcomes.stream().map(PublishFixture::places).toList());
        assertEquals(
                List.of("revision 16 of routine hello in staging", "revision 16 of routine shop in production"),
                memory.writes());
    }

    @Test
    void withoutANameAndAMemoryNothingCanBeChosen() {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:b", "staging: 16 -> 17"));

        assertThrows(NothingRememberedException.class, () -> memory.to(EIGHTEEN).choose());
    }

    @Test
    void missingEnvironmentsWithoutAMemoryAreReported() {
        assertTrue(failure(memory.named(HELLO).to(EIGHTEEN))
                .startsWith("This machine has no record of a publish of routine hello, so it is not known what"
                        + " ran before."));
    }

    @Test
    void whereSomebodyElseHasPublishedOnlyForceGoesOn() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 18"));

        assertTrue(failure(memory.named(HELLO).to(EIGHTEEN))
                .startsWith("Somebody else has published routine hello since its last run"));

        memory.force().choose();
        assertEquals(List.of("revision 18 of routine hello in staging"), memory.writes());
    }

    @Test
    void thePreviousRevisionIsTheNewestThatIsOlderThanWhatRuns() throws Exception {
        memory.named(HELLO).toPrevious().in(TO_PRODUCTION).choose();

        assertEquals(List.of("revision 16 of routine hello in production"), memory.writes());
    }

    @ParameterizedTest
    @CsvSource({"18, 17", "18:90+17:10, 16", "99, 18"})
    void whereSeveralRunThePreviousIsOlderThanAll(String live, String previous) throws GoalFailedException {
        RoutineState state = FakeRoutines.running("production=" + live);

        assertEquals(
                Map.of(PRODUCTION, FakeRoutines.live(previous)),
                new Candidates(HELLO, state)
                        .previous(TO_PRODUCTION, Optional.empty())
                        .earlier());
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "unstable, unstable", "'', nothing"})
    void aMissingOlderRevisionIsReportedWithTheExistingOnes(String live, String words) {
        Candidates candidates = new Candidates(HELLO, FakeRoutines.running("staging=17", "production=" + live));

        assertEquals(
                "No revision of routine hello is older than what production runs (" + words
                        + "), so {codeRevision} previous cannot be used. The routine has, newest first: 18, 17 in"
                        + " staging, 16"
                        + (live.equals("16") ? " in production" : "") + ". Nothing was changed.",
                assertThrows(GoalFailedException.class, () -> candidates.previous(TO_PRODUCTION, Optional.empty()))
                        .getMessage());
    }

    @Test
    void aRoutineWithoutRevisionsHasNoneToChooseFrom() {
        Candidates none = new Candidates(HELLO, new RoutineState(Map.of(), List.of()));

        assertTrue(none.nothingRemembered().getMessage().contains(" The routine has no revision. "));
    }

    /** Stopped after production was put back from 18 to 17: to go back once more would be one too many. */
    @Test
    void whatAStoppedRollbackHasPutBackIsNotPutBackFurther() throws GoalFailedException {
        assertEquals("17", afterARollback(false, "18 -> 17", "17"));
        assertEquals("16", afterARollback(true, "18 -> 17", "17"));
        assertEquals("17", afterARollback(false, "18 -> 17", "18"));
        assertEquals("16", afterARollback(false, "unstable -> 17", "17"));
        assertEquals("16", afterARollback(false, "18 -> 16", "17"));
    }

    private static String afterARollback(boolean complete, String change, String live) throws GoalFailedException {
        Run rollback = new Run(
                RunKind.ROLLBACK,
                Set.of("2-x"),
                Set.of("g:a"),
                complete,
                run(HELLO, "2-x", "g:a", "production: " + change).changes());
        return new Candidates(HELLO, FakeRoutines.running("production=" + live))
                .previous(TO_PRODUCTION, Optional.of(rollback))
                .earlier()
                .get(PRODUCTION)
                .toString();
    }

    private static String failure(RememberedFixture memory) {
        return assertThrows(GoalFailedException.class, memory::choose).getMessage();
    }
}
