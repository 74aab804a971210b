// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The routine hello has revisions 11 to 18. Revisions 11 and 15 run. */
class PrunerTest {

    private static final RoutineName HELLO = new RoutineName("hello");

    private final FakeRoutines account = new FakeRoutines(FakeRoutines.running("staging=15", "production=11"))
            .keeps("11", "")
            .keeps("12", "")
            .keeps("13", "")
            .keeps("14", "")
            .keeps("15", "");

    private final PublishFixture log = new PublishFixture();

    @Test
    void theNewestStayAndTheOldestGoFirst() throws CallFailedException {
        assertEquals(List.of("12", "13", "14"), plan(3));
    }

    @Test
    void whatRunsNeverGoes() throws CallFailedException {
        assertEquals(List.of("12", "13", "14", "16", "17", "18"), plan(0));
    }

    @Test
    void aRevisionThatRunsCountsAmongTheNewest() throws CallFailedException {
        assertEquals(List.of("12", "13"), plan(5));
    }

    @Test
    void whatARollbackNeedsIsKept() throws CallFailedException {
        assertEquals(List.of("12", "14"), plan(3, "13", "16"));
    }

    @Test
    void nothingGoesWhereAllAreAmongTheNewest() throws CallFailedException {
        assertEquals(List.of(), plan(8));
    }

    @Test
    void oldestIsByNumberAndNotByText() throws CallFailedException {
        account.keeps("9", "").keeps("100", "");

        assertEquals(List.of("9", "12"), plan(7));
    }

    @Test
    void deletionsHappenInTheirOrder() throws CallFailedException, GoalFailedException {
        pruner().delete(HELLO, revisions("12", "13"));

        assertEquals(List.of("delete 12", "delete 13", "describe"), account.received());
        assertEquals(
                List.of("18", "17", "16", "15", "14", "11"),
                digits(account.client().describe(HELLO).revisions()));
    }

    @Test
    void aRevisionThatIsStillThereWasNotDeleted() throws CallFailedException {
        RoutineState asBefore = account.client().describe(HELLO);
        for (int look = 0; look < 20; look++) {
            account.looks(truth -> asBefore);
        }

        GoalFailedException failure =
                assertThrows(GoalFailedException.class, () -> pruner().delete(HELLO, revisions("12", "13")));

        assertEquals(
                "The service confirmed that it deleted revisions 12, 13 of routine hello, but the routine still has"
                        + " revisions 12, 13. Run the goal again. Open a ticket if this does not change.",
                failure.getMessage());
        assertEquals(Duration.ofSeconds(10), log.pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void aRoutineThatShowsTheDeletionLateIsWaitedFor() throws CallFailedException, GoalFailedException {
        RoutineState asBefore = account.client().describe(HELLO);
        account.looks(truth -> asBefore, truth -> asBefore);

        pruner().delete(HELLO, revisions("12"));

        assertEquals(3, log.pauses.size());
    }

    @Test
    void aDeletionThatNobodyCanSeeIsNotCalledDone() {
        for (int look = 0; look < 20; look++) {
            account.looks(FakeRoutines.fails(failure(Reason.DENIED, Effect.NONE)));
        }

        GoalFailedException failure =
                assertThrows(GoalFailedException.class, () -> pruner().delete(HELLO, revisions("12")));

        assertEquals(
                "The service confirmed that it deleted revision 12 of routine hello, but the routine could not be read"
                        + " afterwards. It is not known whether they still exist. Check with edge-routine:status.",
                failure.getMessage());
    }

    @Test
    void nothingGoesWhereNoEnvironmentShowsARevision() {
        RoutineState silent = FakeRoutines.running("staging=", "production=");

        assertEquals(List.of(), Pruner.plan(silent, 0, Set.of()));
        assertEquals(
                Optional.of(
                        "No revision is deleted, because no environment of the routine shows a revision that runs."),
                Pruner.doubt(silent));
    }

    @Test
    void nothingGoesWhileAnEnvironmentRunsWhatIsNotKnown() {
        RoutineState state = FakeRoutines.running("staging=18", "production=?");

        assertEquals(List.of(), Pruner.plan(state, 0, Set.of()));
        assertEquals(
                Optional.of("No revision is deleted, because it is not known what runs in production."),
                Pruner.doubt(state));
    }

    @Test
    void anIncompleteUploadIsDeletedFirstAndDoesNotCountAsNew() {
        Revision leftover = new Revision(new CodeRevision("20"), "", "", Readiness.ABANDONED, Optional.empty());
        Revision oldLeftover = new Revision(new CodeRevision("9"), "", "", Readiness.ABANDONED, Optional.empty());
        Revision underWay = new Revision(new CodeRevision("19"), "", "", Readiness.PREPARING, Optional.empty());
        List<Revision> all = new ArrayList<>(List.of(leftover, underWay, oldLeftover));
        all.addAll(revisions("16", "17", "18"));
        RoutineState state = new RoutineState(Map.of(new Environment("staging"), FakeRoutines.live("16")), all);

        assertEquals(List.of("9", "20", "17"), digits(Pruner.plan(state, 2, Set.of())));
        assertEquals(List.of("9", "20", "17", "18"), digits(Pruner.plan(state, 0, Set.of())));
    }

    @Test
    void whatCannotRunForAnotherReasonIsKeptLikeTheOthers() {
        List<Revision> all = new ArrayList<>(
                List.of(new Revision(new CodeRevision("20"), "", "", Readiness.FAILED, Optional.empty())));
        all.addAll(revisions("16", "17"));
        RoutineState state = new RoutineState(Map.of(new Environment("staging"), FakeRoutines.live("16")), all);

        assertEquals(List.of("17"), digits(Pruner.plan(state, 1, Set.of())));
        assertEquals(List.of("17", "20"), digits(Pruner.plan(state, 0, Set.of())));
    }

    @Test
    void stagedCodeIsARevisionThatRuns() {
        assertEquals(
                List.of("16", "17", "18"),
                digits(Pruner.plan(FakeRoutines.running("staging=unstable", "production="), 0, Set.of())));
    }

    @Test
    void aDeletionThatFailsEndsThePruning() {
        account.refuses("delete 13", failure(Reason.DENIED, Effect.NONE));

        GoalFailedException failure =
                assertThrows(GoalFailedException.class, () -> pruner().delete(HELLO, revisions("12", "13", "14")));

        assertEquals(
                "Could not delete revision 13 of routine hello: it went wrong (request id 4711). Deleted before"
                        + " this failure: 1 of"
                        + " 3. Do something.",
                failure.getMessage());
        assertEquals(List.of("delete 12", "delete 13"), account.received());
    }

    private Pruner pruner() {
        return new Pruner(account.client(), new GoalTime(Duration.ofMinutes(5), log.time, log.time), log);
    }

    private List<String> plan(int keep, String... spared) throws CallFailedException {
        Set<CodeRevision> needed =
                Set.copyOf(revisions(spared).stream().map(Revision::number).toList());
        return digits(Pruner.plan(account.client().describe(HELLO), keep, needed));
    }

    private static List<String> digits(List<Revision> revisions) {
        return revisions.stream().map(each -> each.number().digits()).toList();
    }

    private static List<Revision> revisions(String... digits) {
        return List.of(digits).stream()
                .map(each -> new Revision(new CodeRevision(each), "", ""))
                .toList();
    }
}
