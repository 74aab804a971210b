// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The routine hello has revisions 16 to 18, of code alone. Each call is made once, unless it may pass. */
class AssetsUploadTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final CallFailedException REFUSED = failure(Reason.REFUSED, Effect.NONE);
    private static final Assets FILES = new Assets(
            new TreeMap<>(Map.of("index.html", "hello".getBytes(UTF_8))), Optional.empty(), Optional.empty());
    private static final String OTHER_HASH = "sha256:" + "0".repeat(64);
    private static final String START = "Could not upload files to routine hello: ";
    private static final String WENT_WRONG = START + "it went wrong (request id 4711). ";
    private static final String WAITS =
            "Revision 19 is not ready: it waits for its files, or is being prepared. If this does not change,"
                    + " edge-routine:prune deletes it 30 minutes after it was made. Do something.";
    private static final String RUN_AGAIN = ". Nothing is published. Run the goal again.";

    private final FakeRoutines account = new FakeRoutines(running("staging=18", "production=16"));
    private final PublishFixture log = new PublishFixture();

    @Test
    void aRevisionIsMadeAndThenFilled() throws GoalFailedException {
        assertEquals(result("19", true), upload());

        assertEquals(List.of("describe", "create v2", "upload 19", "describe"), account.received());
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void filesThatTheNewestRevisionHoldsAreNotUploaded() throws GoalFailedException {
        account.keeps("19", Readiness.READY, FILES.hash());

        assertEquals(result("19", false), upload());
        assertEquals(List.of("describe"), account.received());
    }

    @Test
    void aRevisionThatIsNotReadyIsNotTaken() throws GoalFailedException {
        account.keeps("19", Readiness.PREPARING, FILES.hash()).keeps("20", Readiness.FAILED, FILES.hash());

        assertEquals(result("21", true), upload());
    }

    @Test
    void filesOfAnOlderRevisionAreUploadedAgain() throws GoalFailedException {
        account.keeps("19", Readiness.READY, FILES.hash()).keeps("20", Readiness.READY, OTHER_HASH);

        assertEquals(result("21", true), upload());
    }

    @Test
    void theSameFilesWithOtherVariablesAreAnotherRevision() throws GoalFailedException {
        account.keeps("19", Readiness.READY, FILES.hash());

        assertEquals(result("20", true), upload(request(false, Optional.of(new Environment("staging")))));
        assertEquals(List.of(), log.warnings);
    }

    /** A revision of files has no code that could be read. */
    @Test
    void codeIsNotLookedForInARevisionOfFiles() throws GoalFailedException {
        account.keeps("19", Readiness.READY, FILES.hash());

        uploader().plan(new UploadRequest(HELLO, "v2", "code".getBytes(UTF_8), false, false));

        assertEquals(List.of("describe"), account.received());
    }

    @Test
    void aRefusalMakesNoRevision() {
        account.refuses("create v2", REFUSED);

        assertEquals(WENT_WRONG + "No revision was made. Do something.", failed());
    }

    @Test
    void aLostAnswerLeavesARevisionThatNobodyCanFill() {
        account.loses("create v2", LOST);

        assertEquals(WENT_WRONG + WAITS, failed());
        assertEquals(List.of("describe", "create v2", "describe"), account.received());
    }

    @Test
    void aLostRequestThatMadeNoRevisionIsSentAgain() throws GoalFailedException {
        account.refuses("create v2", LOST.passing());
        account.before("create v2", () -> {});
        account.before("create v2", () -> account.accepts("create v2"));

        assertEquals(result("19", true), upload());
    }

    @Test
    void aLostAnswerWithoutALookLeavesNobodyKnowing() {
        account.loses("create v2", LOST).looks(truth(), fails(LOST));

        assertEquals(
                WENT_WRONG
                        + "It is not known whether a revision was made, because the routine could not be read after the"
                        + " call. If one was made, it waits for its files and cannot run. Then edge-routine:prune"
                        + " deletes it 30 minutes after it was made. Do something.",
                failed());
    }

    /** Another build has uploaded in between, too. */
    @Test
    void aNewRevisionOfOtherFilesIsNotOurs() {
        account.refuses("create v2", LOST)
                .before("create v2", () -> account.keeps("19", Readiness.PREPARING, OTHER_HASH));

        assertEquals(WENT_WRONG + "No revision with these files was found. Do something.", failed());
    }

    @Test
    void aRevisionThatWasThereBeforeIsNotFilled() {
        account.namesAsCommitted("17");

        assertEquals(START + "the service returned revision 17, which existed before the upload" + RUN_AGAIN, failed());
        assertEquals(List.of("describe", "create v2"), account.received());
    }

    @Test
    void aRevisionThatTheRoutineDoesNotHaveIsAFailure() {
        account.namesAsCommitted("4711");

        assertEquals(
                START + "the service returned revision 4711, which does not exist in the" + " routine" + RUN_AGAIN,
                failed());
    }

    @Test
    void anUploadThatIsRefusedNamesTheRevisionThatWaits() {
        account.refuses("upload 19", REFUSED);

        assertEquals(WENT_WRONG + WAITS, failed());
        assertEquals(List.of("describe", "create v2", "upload 19", "describe"), account.received());
    }

    @Test
    void anUploadThatDidNotArriveIsSentAgain() throws GoalFailedException {
        account.refuses("upload 19", LOST.passing());
        account.before("upload 19", () -> {});
        account.before("upload 19", () -> account.accepts("upload 19"));

        assertEquals(result("19", true), upload());
    }

    @Test
    void anUploadWhoseAnswerIsLostIsDoneIfTheRevisionIsReady() throws GoalFailedException {
        account.loses("upload 19", LOST);

        assertEquals(result("19", true), upload());
        assertEquals(
                List.of("The attempt to upload the files of revision 19 of routine hello was not confirmed: it"
                        + " went wrong"
                        + " (request id 4711). But the routine shows that it is done."),
                log.warnings);
    }

    @Test
    void anUploadWhoseAnswerIsLostIsWaitedForWhileTheRevisionIsPrepared() throws GoalFailedException {
        account.refuses("upload 19", LOST)
                .looks(
                        truth(),
                        truth(),
                        truth(),
                        account.after(() -> account.keeps("19", Readiness.READY, FILES.hash())));

        assertEquals(result("19", true), upload());
        assertEquals(
                List.of("The upload was not confirmed: it went wrong (request id 4711). Revision 19 exists and is"
                        + " ready."),
                log.warnings);
    }

    @Test
    void anUploadWhoseAnswerIsLostFailsIfTheRevisionStaysAsItIs() {
        account.refuses("upload 19", LOST);

        assertEquals(WENT_WRONG + WAITS, failed());
    }

    /** A service that does not tell the status shows every revision as ready. */
    @Test
    void aRefusedUploadIsNotDoneThoughTheRevisionIsShownAsReady() {
        account.loses("upload 19", failure(Reason.REFUSED, Effect.UNKNOWN));

        assertEquals(
                WENT_WRONG
                        + "The routine shows that revision 19 can run, but its content is not known: do not publish it."
                        + " Do something.",
                failed());
    }

    @Test
    void aRevisionThatCannotBePreparedFails() {
        account.looks(truth(), account.after(() -> account.keeps("19", Readiness.FAILED, FILES.hash())));

        assertEquals(
                START + "revision 19 was created, but the service could not prepare it. Delete it with"
                        + " edge-routine:prune"
                        + RUN_AGAIN,
                failed());
    }

    @Test
    void aRevisionThatIsNeverReadyFailsWhenTheTimeIsOver() {
        account.looks(truth())
                .looks(always(account.after(() -> account.keeps("19", Readiness.PREPARING, FILES.hash()))));

        assertEquals(
                START + "revision 19 contains the files, but is not ready yet. Raise {timeout}; if it is not"
                        + " ready in 30"
                        + " minutes, edge-routine:prune deletes it" + RUN_AGAIN,
                failed());
    }

    @Test
    void aRoutineThatCannotBeReadProvesNothing() {
        account.looks(truth()).looks(always(fails(LOST)));

        assertEquals(
                START
                        + "the archive was uploaded, but the routine could not be read afterwards, so it is not"
                        + " known whether revision 19 can run" + RUN_AGAIN,
                failed());
    }

    @Test
    void aServiceThatShowsNoHashProvesLess() throws GoalFailedException {
        account.looks(truth(), account.after(() -> account.keeps("19", Readiness.READY, (String) null)));

        assertEquals(result("19", true), upload());
        assertEquals(
                List.of("It is not verified that revision 19 contains the files of this build: the service does"
                        + " not show the hash that was sent with them."),
                log.warnings);
    }

    @Test
    void aRevisionOfOtherFilesIsNotOurs() {
        account.looks(truth(), account.after(() -> account.keeps("19", Readiness.READY, OTHER_HASH)));

        assertEquals(
                START + "revision 19 is new and contains different files, possibly those of another build" + RUN_AGAIN,
                failed());
    }

    @Test
    void roomIsMadeWhenTheServiceHasNone() throws GoalFailedException {
        account.like(MadeUpService.FIXED)
                .refuses("create v2", failure(Reason.LIMIT, Effect.NONE))
                .before("delete 17", () -> account.accepts("create v2"));

        assertEquals(result("19", true), upload(request(true, Optional.empty())));
        assertEquals(List.of("Deleted revision 17 to make room."), log.warnings);
    }

    @Test
    void withoutRoomNothingIsMade() {
        account.like(MadeUpService.FIXED).refuses("create v2", failure(Reason.LIMIT, Effect.NONE));

        assertEquals(WENT_WRONG + "No revision was made. Do something.", failed());
    }

    @Test
    void aPlanTellsTheRoom() throws GoalFailedException {
        UploadPlan plan = uploader().plan(request(false, Optional.empty()));

        assertEquals(OptionalInt.of(6), plan.roomAfter());
        assertEquals(List.of("describe"), account.received());
    }

    private static Look[] always(Look look) {
        return Collections.nCopies(200, look).toArray(Look[]::new);
    }

    private static UploadResult result(String revision, boolean made) {
        return new UploadResult(new CodeRevision(revision), made);
    }

    private static UploadRequest request(boolean pruneOnLimit, Optional<Environment> variablesOf) {
        return new UploadRequest(HELLO, "v2", new byte[0], Optional.of(FILES), false, pruneOnLimit, variablesOf);
    }

    private UploadResult upload() throws GoalFailedException {
        return upload(request(false, Optional.empty()));
    }

    private UploadResult upload(UploadRequest upload) throws GoalFailedException {
        Uploader uploader = uploader();
        return uploader.carryOut(upload, uploader.plan(upload));
    }

    private Uploader uploader() {
        GoalTime time = new GoalTime(Duration.ofMinutes(5), log.time, log.time);
        RoutineClient routines = new RoutineClient(account, new Retrying(Caller.ONCE, account, 1, time, log, () -> 1));
        return new Uploader(routines, time, log, Set.of());
    }

    private String failed() {
        String message = assertThrows(GoalFailedException.class, this::upload).getMessage();
        assertTrue(log.warnings.isEmpty(), log.warnings::toString);
        return message;
    }
}
