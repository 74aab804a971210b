// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.reaches;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.Flaws;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is thrown during a publish, there is an outcome that says what is live, and the memory hears of it. */
class BrokenOffTest {

    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final Optional<String> UNKNOWN =
            Optional.of("The publish of revision 17 of routine hello in staging, production failed with"
                    + " IllegalStateException. What is live now is not known: look at the routine's environments in"
                    + " {console}. Publishing the same revision again does no harm. This is a fault of this"
                    + " plugin: report"
                    + " it to its authors.");

    private final RequestFor request = RequestFor.revision("17", "staging", "production");

    private final PublishFixture bench = new PublishFixture("staging=15", "production=16");
    private final List<String> remembered = new ArrayList<>();

    BrokenOffTest() {
        bench.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Stage stage) {
                remembered.add("before "
                        + plan.calls(stage, bench.account.traits(), false).get(0) + " after "
                        + bench.account.received());
            }

            @Override
            public void afterWrite(Outcome outcome) {
                remembered.add("after " + PublishFixture.places(outcome) + " "
                        + outcome.failure().isPresent());
            }
        };
    }

    @Test
    void theMemoryIsCalledBeforeTheWriteAndAfterItsEnd() {
        bench.publish(request);

        assertEquals(
                List.of(
                        "before revision 17 of routine hello in staging, production after [describe]",
                        "after [staging: 15, then 17, published, production: 16, then 17, published] false"),
                remembered);
    }

    @Test
    void aMemoryThatBreaksAfterTheWriteIsAFailureThatSaysWhatIsLive() {
        bench.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Stage stage) {
                // Only the end of it breaks.
            }

            @Override
            public void afterWrite(Outcome outcome) {
                throw new NoClassDefFoundError("a secret");
            }
        };

        assertEquals(
                Optional.of("The publish of revision 17 of routine hello in staging, production failed with"
                        + " NoClassDefFoundError. Now staging runs 17, production runs 17. This is a fault of"
                        + " this plugin:"
                        + " report it to its authors."),
                bench.publish(request).failure());
    }

    @Test
    void theMemoryIsNotCalledWithoutAWrite() {
        bench.publish(RequestFor.revision("15", "staging"));
        bench.publish(RequestFor.revision("17", "staging").dryRun());
        bench.publish(RequestFor.revision("99", "staging"));

        assertEquals(List.of(), remembered);
    }

    @Test
    void anErrorInThePublishIsAMissingAnswerThatALookReplaces() {
        bench.account.writes((account, publication) -> {
            reaches("staging", "production").carryOut(account, publication);
            throw new StackOverflowError();
        });

        Outcome outcome = bench.publish(request);

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("The attempt to publish revision 17 of routine hello in staging, production was not"
                        + " confirmed: the call"
                        + " failed with StackOverflowError. But the routine shows that it is done."),
                bench.warnings);
    }

    @Test
    void anErrorInThePublishThatReachedAPartIsRestored() {
        bench.account.writes((account, publication) -> {
            reaches("production").carryOut(account, publication);
            throw new NoClassDefFoundError("com/google/gson/Strictness");
        });

        assertEquals(
                Optional.of(
                        "Could not publish revision 17 of routine hello in staging, production: the call failed with"
                                + " NoClassDefFoundError. Restored revision 16 of routine hello in production."
                                + " Now staging runs 15,"
                                + " production runs 16. This is a fault of this plugin: report it to its authors."),
                bench.publish(request.restoreOnFailure()).failure());
    }

    @Test
    void whateverElseIsThrownEndsInALineAndARestore() {
        bench.account.writes(reaches("staging"));
        Outcome outcome = publishTellingNothing();

        assertEquals(
                Optional.of("The publish of revision 17 of routine hello in staging, production failed with"
                        + " IllegalStateException. Restored revision 15 of routine hello in staging. Restored"
                        + " revision 16 of"
                        + " routine hello in production. Now staging runs 15, production runs 16. This is a fault"
                        + " of this"
                        + " plugin: report it to its authors."),
                outcome.failure());
        assertEquals(2, remembered.size());
    }

    @Test
    void anInterruptedWriteIsRestoredBecauseItMayTakeEffectLater() {
        bench.account
                .writes(failsAfter(LOST, "staging", "production"))
                .looks(truth(), truth(), shows("staging=15", "production=16"));

        assertEquals(
                Optional.of("The publish of revision 17 of routine hello in staging, production failed with"
                        + " IllegalStateException. Restored revision 15 of routine hello in staging. Restored"
                        + " revision 16 of"
                        + " routine hello in production. Now staging runs 15, production runs 16. This is a fault"
                        + " of this"
                        + " plugin: report it to its authors."),
                publishTellingNothing().failure());
    }

    @Test
    void anExceptionAfterAnUnreadableWriteLeavesTheResultUnknown() {
        bench.account.writes(failsAfter(LOST, "staging", "production")).looks(truth(), truth(), fails(LOST));

        Outcome outcome = publishTellingNothing();

        assertEquals(UNKNOWN, outcome.failure());
        assertEquals(
                List.of("staging: 15, then -, not known", "production: 16, then -, not known"),
                PublishFixture.places(outcome));
    }

    @Test
    void whatIsThrownAgainOnTheWayBackLeavesTheEndUnknown() {
        bench.account.writes(
                failsAfter(LOST, "staging", "production"), failsAfter(LOST, "staging"), failsAfter(LOST, "production"));

        assertEquals(UNKNOWN, publishTellingNothing().failure());
    }

    /** Every sentence breaks the publish off. */
    private Outcome publishTellingNothing() {
        PublishProgress broken = new PublishProgress() {
            @Override
            public void planned(List<Plan> plans) {
                // The plan is reported before the write.
            }

            @Override
            public void waits(String sentence) {
                throw new IllegalStateException("a secret");
            }

            @Override
            public void warn(String sentence) {
                throw new IllegalStateException("a secret");
            }
        };
        GoalTime goal = new GoalTime(Duration.ofHours(1), bench.time, bench.time);
        return new Publisher(
                        new RoutineClient(
                                bench.account, new Retrying(Caller.ONCE, bench.account, 0, goal, broken, () -> 1)),
                        broken,
                        goal,
                        new HealthGate(Flaws.of(bench.prober), goal, broken),
                        bench.memory)
                .publish(request.restoreOnFailure().request());
    }
}
