// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.reaches;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.call.GoalTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a publish that the service accepted. */
class ReadBackTest {

    private static final Look OLD = shows("staging=15", "production=16");
    private static final Look UNREADABLE = fails(failure(Reason.UNANSWERED, Effect.UNKNOWN));
    private static final String ACCEPTED =
            "The service accepted revision 17 of routine hello in staging, production, but ";

    private final PublishFixture bench = new PublishFixture("staging=15", "production=16");

    @Test
    void whatShowsAtOnceIsNotWaitedFor() {
        assertEquals(Optional.empty(), bench.publish(request()).failure());
        assertEquals(List.of(), bench.pauses);
    }

    @Test
    void whatShowsLaterIsWaitedForAtLongerAndLongerIntervals() {
        bench.account.looks(truth(), OLD, OLD);

        Outcome outcome = bench.publish(request());

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(250)), bench.pauses);
        assertEquals(List.of(), bench.waits);
        assertEquals(4, Collections.frequency(bench.callsAfterTheFirstLook(), "describe"));
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 17, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void theFirstLookThatShowsItAfterAnOldOneMustBeConfirmed() {
        Look shown = shows("staging=17", "production=17");
        bench.account.looks(truth(), OLD, shown, OLD, shown, shown).writes(reaches());

        assertEquals(Optional.empty(), bench.publish(request()).failure());
        assertEquals(
                List.of(250L, 250L, 500L, 250L),
                bench.pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void aServiceThatShowsItNowAndThenIsAFailure() {
        Look shown = shows("staging=17", "production=17");
        bench.account.looks(truth(), OLD, shown, OLD, shown, OLD).writes(reaches());

        Outcome outcome = bench.publish(request().verifyTimeout(Duration.ofMillis(750)));

        assertEquals(
                Optional.of(ACCEPTED + "the routine did not show it everywhere within 0 s. Now staging runs 15,"
                        + " production runs"
                        + " 16. Publish again, or raise {verifyTimeout} if the routine only needs more time."),
                outcome.failure());
    }

    @Test
    void aLookHasTimeAlsoAfterAPublishThatTookAllOfIt() {
        bench.account.writes((account, publication) -> {
            bench.time.sleep(Duration.ofSeconds(20));
            return reaches("staging", "production").carryOut(account, publication);
        });
        GoalTime goal = new GoalTime(Duration.ofSeconds(30), Duration.ofSeconds(10), bench.time, bench.time);

        Outcome outcome = bench.publisher(goal).publish(request().request());

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                "staging: 15, then 17, published",
                PublishFixture.places(outcome).get(0));
    }

    @Test
    void aLookThatFailsIsFollowedByAnother() {
        bench.account.looks(truth(), UNREADABLE, UNREADABLE);

        assertEquals(Optional.empty(), bench.publish(request()).failure());
        assertEquals(2, bench.pauses.size());
    }

    @Test
    void aLookTakesOfTheTimeOfTheGoal() {
        Look slow = truth -> {
            bench.time.sleep(Duration.ofSeconds(2));
            return OLD.see(truth);
        };
        bench.account.looks(truth(), slow, slow, slow, slow);
        GoalTime goal = new GoalTime(Duration.ofSeconds(5), bench.time, bench.time);

        bench.publisher(goal).publish(request().request());

        assertEquals(
                List.of(2000L, 250L, 2000L, 500L, 2000L),
                bench.pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void aRevisionThatNeverShowsIsAFailureThatListsTheEnvironments() {
        bench.account.writes(reaches("staging"));

        Outcome outcome = bench.publish(request());

        assertEquals(
                Optional.of(ACCEPTED + "the routine did not show it everywhere within 30 s. Now staging runs 17,"
                        + " production"
                        + " runs 16. Publish again, or raise {verifyTimeout} if the routine only needs more time."),
                outcome.failure());
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 16, not published"),
                PublishFixture.places(outcome));
    }

    @Test
    void anEnvironmentThatIsGoneRunsNothing() {
        bench.account.looks(truth(), shows("staging=17"), shows("staging=17"));

        Outcome outcome = bench.publish(request().verifyTimeout(Duration.ofMillis(250)));

        assertTrue(
                outcome.failure().orElseThrow().contains("Now staging runs 17, production runs nothing."),
                outcome.failure().orElseThrow());
    }

    @Test
    void allPausesTogetherLastAsLongAsTheTimeoutAndNoneIsLongerThanFiveSeconds() {
        bench.account.writes(reaches());

        bench.publish(request());

        assertEquals(Duration.ofSeconds(30), bench.pauses.stream().reduce(Duration.ZERO, Duration::plus));
        assertEquals(Duration.ofSeconds(5), Collections.max(bench.pauses));
        assertEquals(
                "Routine hello does not show it everywhere yet. Checking again in 1 s, for the last time in 29 s.",
                bench.waits.get(0));
    }

    @Test
    void theLastPauseEndsWithTheTimeout() {
        bench.account.writes(reaches());

        bench.publish(request().verifyTimeout(Duration.ofSeconds(1)));

        assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(250)), bench.pauses);
    }

    @Test
    void aStateThatCanNeverBeReadLeavesOnlyTheAcceptance() {
        bench.account.looks(truth(), UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE);

        Outcome outcome = bench.publish(request().verifyTimeout(Duration.ofSeconds(1)));

        assertEquals(
                Optional.of(ACCEPTED + "the state of the routine could not be read within 1 s. What is live now"
                        + " is not known:"
                        + " look at the routine's environments in {console}. Publishing the same revision again"
                        + " does no harm."),
                outcome.failure());
        assertEquals(
                List.of(
                        "staging: 15, then 17, accepted, not read back",
                        "production: 16, then 17, accepted, not read back"),
                PublishFixture.places(outcome));
    }

    @Test
    void theLastStateThatCouldBeReadCounts() {
        bench.account.looks(truth(), shows("staging=17", "production=16"), UNREADABLE, UNREADABLE, UNREADABLE);

        Outcome outcome = bench.publish(request().verifyTimeout(Duration.ofSeconds(1)));

        assertTrue(
                outcome.failure().orElseThrow().contains("Now staging runs 17, production runs 16."),
                outcome.failure().orElseThrow());
    }

    @Test
    void aBuildThatIsStoppedWaitsNoLongerAndStaysInterrupted() {
        bench.account.writes(reaches());

        Outcome outcome = bench.publish(request(), duration -> {
            bench.pauses.add(duration);
            throw new InterruptedException();
        });

        assertTrue(Thread.interrupted(), "the flag is set again");
        assertEquals(1, bench.pauses.size());
        assertEquals(
                List.of("revision 17 of routine hello in staging, production", "describe"),
                bench.callsAfterTheFirstLook());
        assertTrue(outcome.failure().isPresent());
    }

    @Test
    void aBuildThatIsStoppedWritesNothingMore() {
        bench.account.writes(reaches("staging"));

        Outcome outcome = bench.publish(request().restoreOnFailure(), duration -> {
            throw new InterruptedException();
        });

        assertTrue(Thread.interrupted(), "the flag is set again");
        assertEquals(
                "staging: 15, then 17, published",
                PublishFixture.places(outcome).get(0));
    }

    private static RequestFor request() {
        return RequestFor.revision("17", "staging", "production");
    }
}
