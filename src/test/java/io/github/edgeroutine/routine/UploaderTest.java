// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.Uploader.Upload;
import io.github.edgeroutine.routine.Uploader.Uploaded;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routine hello has revisions 16 to 18, of which 18 holds "old code". */
class UploaderTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CallFailedException LOST = failure(Kind.NO_VERDICT, Effect.UNKNOWN);
    private static final CallFailedException DENIED = failure(Kind.DENIED, Effect.NONE);
    private static final String NOT_CONFIRMED = "The commit was not confirmed: it went wrong (request id 4711). Yet"
            + " revision 19 is there and holds the code.";
    private static final String NOT_FOUND = "Could not upload code to routine hello: it went wrong (request id 4711)."
            + " The code is staged; no revision that holds it can be found. Do something.";

    private final FakeRoutines account =
            new FakeRoutines(running("staging=18", "production=16")).keeps("18", "old code");
    private final Bench log = new Bench();

    @Test
    void newCodeIsStagedAndThenCommitted() throws CallFailedException, GoalFailedException {
        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, code("new code")));

        assertEquals(List.of("describe", "code 18", "stage v2", "commit v2"), account.received());
        assertEquals("new code", new String(account.code(HELLO, new CodeRevision("19")), UTF_8));
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void codeThatTheNewestRevisionHoldsIsNotUploaded() throws GoalFailedException {
        assertEquals(new Uploaded(new CodeRevision("18"), false), upload(account, code("old code")));

        assertEquals(List.of("describe", "code 18"), account.received());
    }

    @Test
    void codeOfAnOlderRevisionIsUploadedAgain() throws GoalFailedException {
        account.keeps("17", "older code");

        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, code("older code")));
    }

    @Test
    void forceUploadsTheSameCodeWithoutReadingIt() throws GoalFailedException {
        Upload forced = new Upload(HELLO, "v2", "old code".getBytes(UTF_8), true, false);

        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, forced));
        assertEquals(List.of("describe", "stage v2", "commit v2"), account.received());
    }

    @Test
    void aNewestRevisionThatCannotBeReadDoesNotStopTheUpload() throws GoalFailedException {
        account.refuses("code 18", DENIED);

        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, code("old code")));
        assertEquals(
                List.of("Revision 18 cannot be read, so it is not known whether it holds the same code: it went wrong"
                        + " (request id 4711). The code is uploaded. Do something."),
                log.warnings);
    }

    @Test
    void aRoutineThatDoesNotExistIsNamedWithItsNearest() {
        account.looks(fails(failure(Kind.GENERAL, Effect.NONE))).holds("helo", "shop");

        assertEquals(
                "There is no routine hello, which <name> (-Dedge-routine.name) gives. Did you mean helo? There are: helo,"
                        + " shop. Nothing was changed.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe", "names"), account.received());
    }

    @Test
    void withoutTheStateNothingIsUploaded() {
        account.looks(fails(DENIED));

        assertEquals(
                "Could not upload code of routine hello: it went wrong (request id 4711). Nothing was changed. Do"
                        + " something.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe"), account.received());
    }

    @Test
    void codeThatCannotBeStagedIsNotCommitted() {
        account.refuses("stage v2", LOST);

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). No revision was made. Do"
                        + " something.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe", "code 18", "stage v2", "describe"), account.received());
    }

    @Test
    void codeThatNobodyConfirmedIsCommittedIfStagingRunsItAndComparedThen() throws GoalFailedException {
        account.loses("stage v2", LOST).looks(truth(), shows("staging=unstable"));

        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(
                List.of("describe", "code 18", "stage v2", "describe", "commit v2", "code 19"), account.received());
        assertEquals(
                List.of(
                        "The upload was not confirmed: it went wrong (request id 4711). Yet staging runs new code; it is"
                                + " compared after the commit."),
                log.warnings);
    }

    @Test
    void aRevisionOfUnconfirmedCodeMustHoldTheCode() {
        account.refuses("stage v2", LOST).looks(truth(), shows("staging=unstable"));

        assertEquals(
                "Could not upload code to routine hello: revision 19 was made, but it cannot be seen to hold the code."
                        + " Look at it in the DCDN console, delete it if it is wrong, and run the goal again.",
                failureOf(account, code("new code")));
    }

    @Test
    void codeThatWasStagedBeforeProvesNoUpload() {
        account.loses("stage v2", LOST).looks(shows("staging=unstable", "production=16"));

        failureOf(account, code("new code"));

        assertEquals("stage v2", account.received().get(account.received().size() - 1));
    }

    @Test
    void codeThatWasTurnedAwayIsNotLookedFor() {
        account.refuses("stage v2", DENIED);

        failureOf(account, code("new code"));

        assertEquals(List.of("describe", "code 18", "stage v2"), account.received());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DENIED", "GENERAL", "LASTING"})
    void aRefusedCommitMakesNoRevision(Kind kind) {
        account.refuses("commit v2", failure(kind, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The code is staged, but no"
                        + " revision was made. Do something.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe", "code 18", "stage v2", "commit v2"), account.received());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NO_VERDICT", "UNREADABLE"})
    void aCommitWithoutAnAnswerIsLookedForAndNotRepeated(Kind kind) throws GoalFailedException {
        account.loses("commit v2", failure(kind, Effect.UNKNOWN));

        assertEquals(new Uploaded(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(List.of(NOT_CONFIRMED), log.warnings);
        assertEquals(
                List.of("describe", "code 18", "stage v2", "commit v2", "describe", "code 19"), account.received());
    }

    @Test
    void theSameCodeInARevisionFromBeforeProvesNoCommit() {
        account.refuses("commit v2", LOST);

        assertEquals(NOT_FOUND, failureOf(account, new Upload(HELLO, "v2", "old code".getBytes(UTF_8), true, false)));
        assertEquals(List.of("describe", "stage v2", "commit v2", "describe"), account.received());
    }

    @Test
    void aNewRevisionWithOtherCodeIsSomebodyElses() {
        account.looks(state -> new RoutineState(
                        state.live(),
                        state.revisions().subList(1, state.revisions().size())))
                .keeps("17", "older code")
                .refuses("commit v2", LOST);

        assertEquals(NOT_FOUND, failureOf(account, code("new code")));
        assertEquals(
                List.of("describe", "code 17", "stage v2", "commit v2", "describe", "code 18"), account.received());
    }

    @Test
    void aCommitThatCannotBeLookedForIsAFailure() {
        account.loses("commit v2", LOST).looks(truth(), fails(DENIED));

        assertEquals(NOT_FOUND, failureOf(account, code("new code")));
    }

    @Test
    void aCommitWhoseCodeCannotBeReadIsAFailure() {
        account.loses("commit v2", LOST).refuses("code 19", DENIED);

        assertEquals(NOT_FOUND, failureOf(account, code("new code")));
    }

    @Test
    void aFullRoutineNamesWhatIsUnused() {
        FakeRoutines full = tenRevisions("staging=19", "production=10", "presetCanaryZhejiang=18");

        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. No environment runs 11, 12, 13, 14, 15, 16,"
                        + " 17: delete some with edge-routine:prune, or set <pruneOnLimit>"
                        + " (-Dedge-routine.pruneOnLimit). Nothing was changed.",
                failureOf(full, code("new code")));
        assertEquals(List.of("describe", "code 19"), full.received());
    }

    @Test
    void aFullRoutineNeedsNoRoomForCodeThatItHas() throws GoalFailedException {
        assertEquals(new Uploaded(new CodeRevision("19"), false), upload(tenRevisions("staging=19"), code("old code")));
    }

    @Test
    void theOldestUnusedRevisionMakesRoom() throws GoalFailedException {
        FakeRoutines full = tenRevisions("staging=19", "production=10", "presetCanaryZhejiang=11");

        assertEquals(new Uploaded(new CodeRevision("20"), true), upload(full, pruning()));
        assertEquals(List.of("describe", "code 19", "delete 12", "stage v2", "commit v2"), full.received());
        assertEquals(List.of("Deleted revision 12 to make room."), log.warnings);
    }

    @Test
    void revisionsThatAllRunMakeNoRoom() {
        FakeRoutines full = tenRevisions(
                "staging=19", "production=10", "a=11", "b=12", "c=13", "d=14", "e=15", "f=16", "g=17", "h=18");

        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. Every one of them runs somewhere,"
                        + " or would be needed for a rollback. Nothing was changed.",
                failureOf(full, pruning()));
        assertEquals(List.of("describe", "code 19"), full.received());
    }

    @Test
    void roomThatCannotBeMadeEndsTheUpload() {
        FakeRoutines full = tenRevisions("staging=19", "production=10").refuses("delete 11", DENIED);

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The oldest unused revision, 11,"
                        + " could not be deleted. Do something.",
                failureOf(full, pruning()));
        assertEquals(List.of("describe", "code 19", "delete 11"), full.received());
    }

    /** Revisions 10 to 19. */
    private static FakeRoutines tenRevisions(String... places) {
        FakeRoutines account = new FakeRoutines(running(places));
        for (int revision = 10; revision <= 19; revision++) {
            account.keeps(Integer.toString(revision), "old code");
        }
        return account;
    }

    private static Upload code(String text) {
        return new Upload(HELLO, "v2", text.getBytes(UTF_8), false, false);
    }

    private static Upload pruning() {
        return new Upload(HELLO, "v2", "new code".getBytes(UTF_8), false, true);
    }

    private Uploaded upload(FakeRoutines to, Upload upload) throws GoalFailedException {
        return new Uploader(to, log, Set.of()).upload(upload);
    }

    private String failureOf(FakeRoutines to, Upload upload) {
        return assertThrows(GoalFailedException.class, () -> upload(to, upload)).getMessage();
    }
}
