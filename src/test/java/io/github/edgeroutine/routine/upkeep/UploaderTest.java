// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routine hello has revisions 16 to 18. Revision 18 contains "old code". */
class UploaderTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final CallFailedException DENIED = failure(Reason.DENIED, Effect.NONE);
    private static final String NOT_CONFIRMED = "The commit was not confirmed: it went wrong (request id 4711)."
            + " Revision 19 exists and contains the code.";
    private static final String NOT_FOUND = "Could not upload code to routine hello: it went wrong (request id 4711)."
            + " The code is staged; no revision with this code was found. Do something.";

    private static final String NO_REVISION =
            " No new revision contains the code of this build, and nothing is published. Let only one build at a"
                    + " time upload code to a routine, and run the goal again.";
    private static final String NOT_READ = "Could not upload code to routine hello: it went wrong (request id 4711). A"
            + " revision was made, but it is not known whether it contains the code of this build. Check it in"
            + " {console}"
            + ", delete it if it is wrong, and run the goal again. Do something.";

    private final FakeRoutines account =
            new FakeRoutines(running("staging=18", "production=16")).keeps("18", "old code");
    private static final Environment STAGING = new Environment("staging");
    private static final Environment PRODUCTION = new Environment("production");

    private final PublishFixture log = new PublishFixture();

    @Test
    void newCodeIsStagedAndThenCommitted() throws CallFailedException, GoalFailedException {
        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));

        assertEquals(List.of("describe", "code 18", "stage v2", "commit v2", "code 19"), account.received());
        assertTrue(account.client().code(HELLO, new CodeRevision("19")).is("new code".getBytes(UTF_8)));
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void codeThatTheNewestRevisionHoldsIsNotUploaded() throws GoalFailedException {
        assertEquals(new UploadResult(new CodeRevision("18"), false), upload(account, code("old code")));

        assertEquals(List.of("describe", "code 18"), account.received());
    }

    @Test
    void codeOfAnOlderRevisionIsUploadedAgain() throws GoalFailedException {
        account.keeps("17", "older code");

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("older code")));
    }

    @Test
    void theSameCodeWithOtherVariablesIsAnotherRevision() throws GoalFailedException {
        account.keeps("19", "old code", STAGING);

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(account, bound("old code", PRODUCTION)));
        assertEquals(
                List.of("describe", "stage v2", "commit v2 with the variables of production", "code 20", "describe"),
                account.received());
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void codeThatARevisionWithTheSameVariablesHoldsIsNotUploaded() throws GoalFailedException {
        account.keeps("19", "old code", STAGING).keeps("20", "old code", PRODUCTION);

        assertEquals(new UploadResult(new CodeRevision("19"), false), upload(account, bound("old code", STAGING)));
        assertEquals(new UploadResult(new CodeRevision("18"), false), upload(account, code("old code")));
    }

    @Test
    void aRevisionThatIsNotShownWithItsVariablesIsWarnedOf() throws GoalFailedException {
        account.looks(FakeRoutines.truth(), FakeRoutines.shows("production=18"));

        upload(account, bound("new code", STAGING));

        assertEquals(
                List.of("The routine does not show that revision 19 has the variables of staging. Check it in {console}"
                        + " before you publish it."),
                log.warnings);
    }

    @Test
    void aRevisionWhoseVariablesCannotBeSeenIsWarnedOf() throws GoalFailedException {
        account.looks(FakeRoutines.truth(), fails(DENIED));

        upload(account, bound("new code", STAGING));

        assertEquals(
                List.of("The routine does not show that revision 19 has the variables of staging (it went wrong"
                        + " (request"
                        + " id 4711)). Check it in {console} before you publish it."),
                log.warnings);
    }

    private static UploadRequest bound(String code, Environment variablesOf) {
        return new UploadRequest(HELLO, "v2", code.getBytes(UTF_8), false, false, Optional.of(variablesOf));
    }

    @Test
    void forceUploadsTheSameCodeWithoutReadingIt() throws GoalFailedException {
        UploadRequest forced = new UploadRequest(HELLO, "v2", "old code".getBytes(UTF_8), true, false);

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, forced));
        assertEquals(List.of("describe", "stage v2", "commit v2", "code 19"), account.received());
    }

    @Test
    void aNewestRevisionThatCannotBeReadDoesNotStopTheUpload() throws GoalFailedException {
        account.refuses("code 18", DENIED);

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("old code")));
        assertEquals(
                List.of("Revision 18 cannot be read, so it is not known whether it contains the same code: it"
                        + " went wrong"
                        + " (request id 4711). The code is uploaded. Do something."),
                log.warnings);
    }

    @Test
    void aRoutineThatDoesNotExistIsNamedWithItsNearest() {
        account.looks(fails(failure(Reason.GENERAL, Effect.NONE))).holds("helo", "shop");

        assertEquals(
                "Routine hello does not exist, see {name}. Did you mean helo? There are: helo,"
                        + " shop. To create it, run edge-routine:create or set {createRoutine} of upload. Nothing"
                        + " was changed.",
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

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(
                List.of("describe", "code 18", "stage v2", "describe", "commit v2", "code 19"), account.received());
        assertEquals(
                List.of("The attempt to stage code of routine hello was not confirmed: it went wrong (request id"
                        + " 4711). But the routine shows that it is done."),
                log.warnings);
    }

    @Test
    void aRevisionOfUnconfirmedCodeMustHoldTheCode() throws GoalFailedException {
        account.refuses("stage v2", LOST)
                .before("stage v2", () -> account.othersStage("other code"))
                .looks(truth(), shows("staging=unstable"));

        assertTrue(failureOf(account, code("new code")).startsWith("Could not upload code to routine hello: "));
    }

    @Test
    void codeThatWasStagedBeforeProvesNoUpload() {
        account.loses("stage v2", LOST).looks(shows("staging=unstable", "production=16"));

        failureOf(account, code("new code"));

        assertEquals(List.of("describe", "code 18", "stage v2", "describe"), account.received());
    }

    @Test
    void codeThatWasTurnedAwayIsNotCommitted() {
        account.refuses("stage v2", DENIED);

        failureOf(account, code("new code"));

        assertEquals(List.of("describe", "code 18", "stage v2", "describe"), account.received());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DENIED", "GENERAL", "REFUSED"})
    void aRefusedCommitMakesNoRevision(Reason kind) {
        account.refuses("commit v2", failure(kind, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The code is staged, but no"
                        + " revision was made. Do something.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe", "code 18", "stage v2", "commit v2", "describe"), account.received());
    }

    @Test
    void aCommitThatWasNeverSentIsNotLookedFor() {
        account.refuses("commit v2", failure(Reason.REFUSED, Effect.NOT_SENT));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The code is staged, but no"
                        + " revision was made. Do something.",
                failureOf(account, code("new code")));
        assertEquals(List.of("describe", "code 18", "stage v2", "commit v2"), account.received());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNANSWERED", "UNREADABLE"})
    void aCommitWithoutAnAnswerIsLookedForAndNotRepeated(Reason kind) throws GoalFailedException {
        account.loses("commit v2", failure(kind, Effect.UNKNOWN));

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(List.of(NOT_CONFIRMED), log.warnings);
        assertEquals(
                List.of("describe", "code 18", "stage v2", "commit v2", "describe", "code 19"), account.received());
    }

    @Test
    void theSameCodeInARevisionFromBeforeProvesNoCommit() {
        account.refuses("commit v2", LOST);

        assertEquals(
                NOT_FOUND, failureOf(account, new UploadRequest(HELLO, "v2", "old code".getBytes(UTF_8), true, false)));
        assertEquals(List.of("describe", "stage v2", "commit v2", "describe"), account.received());
    }

    @Test
    void aNewRevisionWithOtherCodeIsSomebodyElses() {
        account.before("commit v2", () -> account.keeps("19", "other code")).refuses("commit v2", LOST);

        assertEquals(
                "Could not upload code to routine hello: revision 19 is new and contains different code, possibly"
                        + " that of another build, and it went wrong (request id 4711)." + NO_REVISION,
                failureOf(account, code("new code")));
    }

    @Test
    void aCommitThatCannotBeLookedForIsNotKnown() {
        account.loses("commit v2", LOST).looks(truth(), fails(DENIED));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). It is not"
                        + " known whether a revision contains the code of this build, because the routine could"
                        + " not be read"
                        + " after the commit. Do something.",
                failureOf(account, code("new code")));
    }

    @Test
    void aConfirmedRevisionThatNobodyCanLookAtIsNotKnown() {
        account.refuses("code 19", LOST).looks(truth(), fails(LOST));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The service returned"
                        + " revision 19,"
                        + " but it is not known whether it contains the code of this build. Do something.",
                failureOf(account, code("new code")));
    }

    @Test
    void aCommitWhoseCodeCannotBeReadIsNotKnown() {
        account.loses("commit v2", LOST).refuses("code 19", DENIED);

        assertEquals(NOT_READ, failureOf(account, code("new code")));
    }

    @Test
    void aConfirmedRevisionWhoseCodeMayNotBeReadIsNotProved() throws GoalFailedException {
        account.refuses("code 19", DENIED);

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(
                List.of("It is not verified that revision 19 contains the code of this build: it went wrong"
                        + " (request id 4711)."
                        + " Do something."),
                log.warnings);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNANSWERED", "UNREADABLE", "GENERAL", "REFUSED"})
    void aConfirmedRevisionWhoseCodeCannotBeReadIsAFailure(Reason kind) {
        account.refuses("code 19", failure(kind, Effect.NONE));

        assertEquals(NOT_READ, failureOf(account, code("new code")));
    }

    @Test
    void codeThatAnotherClientStagedIsNeverOurs() throws GoalFailedException {
        account.before("commit v2", () -> account.othersStage("other code"));

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(account, code("new code")));
        assertEquals(
                List.of(
                        "describe",
                        "code 18",
                        "stage v2",
                        "commit v2",
                        "code 19",
                        "describe",
                        "stage v2",
                        "commit v2",
                        "code 20"),
                account.received());
        assertEquals(
                List.of("The code is uploaded again: revision 19 is new and contains different code, possibly"
                        + " that of another build."),
                log.warnings);
    }

    @Test
    void codeThatAnotherClientStagesTwiceEndsTheUpload() {
        account.before("commit v2", () -> account.othersStage("other code"))
                .before("commit v2", () -> account.othersStage("more code"));

        assertEquals(
                "Could not upload code to routine hello: revision 20 is new and contains different code, possibly"
                        + " that of another build." + NO_REVISION,
                failureOf(account, code("new code")));
    }

    @Test
    void codeIsUploadedOnceMoreAlsoWhereTheCommitFailedBecauseNoCodeWasStagedAnyMore() throws GoalFailedException {
        account.before("commit v2", () -> account.keeps("19", "other code"))
                .before("commit v2", () -> account.accepts("commit v2"))
                .refuses("commit v2", failure(Reason.GENERAL, Effect.NONE));

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(account, code("new code")));
        assertEquals(
                List.of("The code is uploaded again: revision 19 is new and contains different code, possibly"
                        + " that of another build."),
                log.warnings);
    }

    @Test
    void withoutRoomThereIsNoSecondAttempt() {
        FakeRoutines nine = revisions(11, "staging=19");
        nine.before("commit v2", () -> nine.othersStage("other code"));

        assertEquals(
                "Could not upload code to routine hello: revision 20 is new and contains different code, possibly"
                        + " that of another build." + NO_REVISION,
                failureOf(nine, code("new code")));
        assertEquals(1, nine.received().stream().filter("commit v2"::equals).count());
    }

    @Test
    void aRevisionFromBeforeIsNotTheNewOne() throws GoalFailedException {
        account.namesAsCommitted("17");

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(
                List.of("The answer to the commit was wrong: the service returned revision 17, which existed"
                        + " before the upload. Revision 19 exists and contains the code."),
                log.warnings);
    }

    @Test
    void aRevisionFromBeforeIsNotTheNewOneThoughTheNewOneMayNotBeRead() {
        account.namesAsCommitted("17").refuses("code 19", DENIED);

        assertEquals(NOT_READ, failureOf(account, code("new code")));
    }

    @Test
    void aRevisionFromBeforeIsNeverPublishedThoughNoOtherIsThere() {
        account.namesAsCommitted("17").namesAsCommitted("16");
        RoutineState asBefore = FakeRoutines.running("staging=18", "production=16");
        account.looks(truth(), truth -> asBefore, truth -> asBefore);

        assertEquals(
                "Could not upload code to routine hello: the service returned revision 16, which existed before"
                        + " the upload." + NO_REVISION,
                failureOf(account, code("new code")));
    }

    @Test
    void aRevisionThatDoesNotExistIsNotTheNewOne() throws GoalFailedException {
        account.namesAsCommitted("1795574148948468900");

        assertEquals(new UploadResult(new CodeRevision("19"), true), upload(account, code("new code")));
        assertEquals(
                List.of("The answer to the commit was wrong: the service returned revision 1795574148948468900,"
                        + " which does not exist in the routine. Revision 19 exists and contains the code."),
                log.warnings);
    }

    @Test
    void aFullRoutineListsItsUnusedRevisions() {
        FakeRoutines full = tenRevisions("staging=19", "production=10", "presetCanaryZhejiang=18");

        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. No environment runs 11, 12, 13, 14, 15, 16,"
                        + " 17: delete some with edge-routine:prune, or set {pruneOnLimit}"
                        + ". Nothing was changed.",
                failureOf(full, code("new code")));
        assertEquals(List.of("describe", "code 19"), full.received());
    }

    @Test
    void aFullRoutineNeedsNoRoomForCodeThatItHas() throws GoalFailedException {
        assertEquals(
                new UploadResult(new CodeRevision("19"), false), upload(tenRevisions("staging=19"), code("old code")));
    }

    @Test
    void theOldestUnusedRevisionMakesRoom() throws GoalFailedException {
        FakeRoutines full = tenRevisions("staging=19", "production=10", "presetCanaryZhejiang=11");

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(full, pruning()));
        assertEquals(
                List.of("describe", "code 19", "delete 12", "describe", "stage v2", "commit v2", "code 20"),
                full.received());
        assertEquals(List.of("Deleted revision 12 to make room."), log.warnings);
    }

    @Test
    void stagedCodeCountsAsOneOfTen() throws GoalFailedException {
        FakeRoutines full = tenRevisions("staging=unstable", "production=10");

        upload(full, pruning());

        assertEquals(
                List.of("delete 11", "delete 12"),
                full.received().stream()
                        .filter(call -> call.startsWith("delete"))
                        .toList());
    }

    @Test
    void nineRevisionsAndStagedCodeAreTen() {
        assertEquals(
                "Routine hello has 9 revisions and staged code, and the service keeps 10. No environment runs 11,"
                        + " 12, 13,"
                        + " 14, 15, 16, 17, 18, 19: delete some with edge-routine:prune, or set {pruneOnLimit}"
                        + ". Nothing was changed.",
                failureOf(revisions(11, "staging=unstable"), code("new code")));
    }

    @Test
    void tooFewUnusedRevisionsMakeNoRoom() {
        FakeRoutines full = tenRevisions(
                "staging=unstable", "b=19", "production=10", "c=12", "d=13", "e=14", "f=15", "g=16", "h=17", "i=18");

        assertEquals(
                "Routine hello has 10 revisions and staged code, and the service keeps 10. Only 1 of them can be"
                        + " deleted,"
                        + " and 2 must be deleted: the others run in an environment or are needed for a rollback."
                        + " Nothing was"
                        + " changed.",
                failureOf(full, pruning()));
    }

    @Test
    void aRoutineThatShowsNothingLiveMakesNoRoom() {
        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. No revision is deleted, because no"
                        + " environment"
                        + " of the routine shows a revision that runs. Nothing was changed.",
                failureOf(tenRevisions("staging=", "production="), pruning()));
    }

    @Test
    void aLimitThatTheRoutineDoesNotShowIsMadeRoomForOnce() throws GoalFailedException {
        CallFailedException limit = failure(Reason.LIMIT, Effect.UNKNOWN);
        FakeRoutines nine = revisions(11, "staging=19");
        nine.refuses("stage v2", limit).before("delete 11", () -> nine.accepts("stage v2"));

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(nine, pruning()));
        assertEquals(List.of("Deleted revision 11 to make room."), log.warnings);
    }

    @Test
    void aLimitIsAFailureWithoutPruning() {
        account.refuses("stage v2", failure(Reason.LIMIT, Effect.UNKNOWN));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). No revision was made. Do"
                        + " something.",
                failureOf(account, code("new code")));
    }

    @Test
    void aLimitThatNothingCanBeDeletedForIsAFailure() {
        FakeRoutines one = new FakeRoutines(new RoutineState(
                Map.of(new Environment("staging"), FakeRoutines.live("18")),
                List.of(new Revision(new CodeRevision("18"), "", ""))));
        one.keeps("18", "old code").refuses("stage v2", failure(Reason.LIMIT, Effect.UNKNOWN));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). No revision was made, and no"
                        + " revision can be deleted. Do something.",
                failureOf(one, pruning()));
    }

    @Test
    void aLimitIsAFailureWhereNobodyCanLookWhatCouldBeDeleted() {
        account.refuses("stage v2", failure(Reason.LIMIT, Effect.NOT_SENT)).looks(truth(), fails(DENIED));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). No revision was made. Do"
                        + " something.",
                failureOf(account, pruning()));
    }

    @Test
    void theOnlyRevisionThatIsUnusedMakesRoomIfItMay() throws GoalFailedException {
        String[] places = {"staging=19", "production=10", "a=11", "b=12", "c=13", "d=14", "e=15", "f=16", "g=17"};

        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. No environment runs 18: delete some with"
                        + " edge-routine:prune, or set {pruneOnLimit}. Nothing was changed.",
                failureOf(tenRevisions(places), code("new code")));
        UploadPlan plan = uploader(tenRevisions(places)).plan(pruning());
        assertEquals("revision 18", Pruner.words(plan.deletions()));
        assertEquals(OptionalInt.of(0), plan.roomAfter());
    }

    @Test
    void aPlanTellsWhatWouldBeDoneAndWritesNothing() throws GoalFailedException {
        UploadPlan plan = uploader(account).plan(code("new code"));

        assertEquals(OptionalInt.of(6), plan.roomAfter());
        assertEquals(Optional.empty(), plan.unchanged());
        assertEquals(List.of("describe", "code 18"), account.received());
    }

    @Test
    void revisionsThatAllRunMakeNoRoom() {
        FakeRoutines full = tenRevisions(
                "staging=19", "production=10", "a=11", "b=12", "c=13", "d=14", "e=15", "f=16", "g=17", "h=18");

        assertEquals(
                "Routine hello has 10 revisions, and the service keeps 10. Each of them runs in an environment or"
                        + " is needed for a rollback. Nothing was changed.",
                failureOf(full, pruning()));
        assertEquals(List.of("describe", "code 19"), full.received());
    }

    @Test
    void roomThatCannotBeMadeEndsTheUpload() {
        FakeRoutines full = tenRevisions("staging=19", "production=10").refuses("delete 11", DENIED);

        assertEquals(
                "Could not delete revision 11 of routine hello: it went wrong (request id 4711). Deleted before"
                        + " this failure: 0 of"
                        + " 1. Do something.",
                failureOf(full, pruning()));
        assertEquals(List.of("describe", "code 19", "delete 11", "describe"), full.received());
    }

    @Test
    void anUnknownLimitIsFoundByTheUpload() throws GoalFailedException {
        FakeRoutines twelve = revisions(8, "staging=19").like(MadeUpService.FIXED);

        assertEquals(OptionalInt.empty(), uploader(twelve).plan(pruning()).roomAfter());
        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(twelve, pruning()));
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void eachRefusalOfSuchAServiceCostsOneRevision() throws GoalFailedException {
        FakeRoutines five = revisions(15, "staging=19", "production=16").like(MadeUpService.FIXED);
        five.refuses("commit v2", failure(Reason.LIMIT, Effect.NONE))
                .before("delete 17", () -> five.accepts("commit v2"));

        assertEquals(new UploadResult(new CodeRevision("20"), true), upload(five, pruning()));
        assertEquals(List.of("Deleted revision 15 to make room.", "Deleted revision 17 to make room."), log.warnings);
    }

    @Test
    void noMoreThanTwoRevisionsGoForTheRefusalsOfSuchAService() {
        FakeRoutines five = revisions(15, "staging=19", "production=16").like(MadeUpService.FIXED);
        five.refuses("commit v2", failure(Reason.LIMIT, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The object store"
                        + " accepted the code, but no"
                        + " revision was made. Do something.",
                failureOf(five, pruning()));
        assertEquals(List.of("Deleted revision 15 to make room.", "Deleted revision 17 to make room."), log.warnings);
    }

    @Test
    void whatSuchAServiceRefusesWhereNothingCanBeDeletedIsAFailure() {
        FakeRoutines four =
                revisions(16, "staging=16", "production=17", "a=18", "b=19").like(MadeUpService.FIXED);
        four.refuses("commit v2", failure(Reason.LIMIT, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). No revision was made, and no"
                        + " revision can be deleted. Do something.",
                failureOf(four, pruning()));
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void aRefusedCommitOfAServiceWhoseLimitIsKnownCostsOneRevision() {
        FakeRoutines nine = revisions(11, "staging=19");
        nine.refuses("commit v2", failure(Reason.LIMIT, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The code is staged, but no"
                        + " revision was made. Do something.",
                failureOf(nine, pruning()));
        assertEquals(List.of("Deleted revision 11 to make room."), log.warnings);
    }

    @Test
    void aRefusedCommitWithoutPruningDeletesNothing() {
        account.like(MadeUpService.FIXED).refuses("commit v2", failure(Reason.LIMIT, Effect.NONE));

        assertEquals(
                "Could not upload code to routine hello: it went wrong (request id 4711). The object store"
                        + " accepted the code,"
                        + " but no revision was made. Do something.",
                failureOf(account, code("new code")));
        assertEquals(List.of(), log.warnings);
    }

    /** Revisions 10 to 19. */
    private static FakeRoutines tenRevisions(String... places) {
        return revisions(10, places);
    }

    /** Up to 19. */
    private static FakeRoutines revisions(int first, String... places) {
        FakeRoutines account = new FakeRoutines(running(places));
        for (int revision = first; revision <= 19; revision++) {
            account.keeps(Integer.toString(revision), "old code");
        }
        return account;
    }

    private static UploadRequest code(String text) {
        return new UploadRequest(HELLO, "v2", text.getBytes(UTF_8), false, false);
    }

    private static UploadRequest pruning() {
        return new UploadRequest(HELLO, "v2", "new code".getBytes(UTF_8), false, true);
    }

    private UploadResult upload(FakeRoutines to, UploadRequest upload) throws GoalFailedException {
        Uploader uploader = uploader(to);
        return uploader.carryOut(upload, uploader.plan(upload));
    }

    private Uploader uploader(FakeRoutines to) {
        GoalTime time = new GoalTime(Duration.ofMinutes(5), log.time, log.time);
        RoutineClient looking = new RoutineClient(to, new Retrying(Caller.ONCE, to, 0, time, log, () -> 1));
        return new Uploader(looking, time, log, Set.of());
    }

    private String failureOf(FakeRoutines to, UploadRequest upload) {
        return assertThrows(GoalFailedException.class, () -> upload(to, upload)).getMessage();
    }
}
