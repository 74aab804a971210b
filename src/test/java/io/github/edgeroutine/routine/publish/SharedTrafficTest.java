// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A revision that answers a share of the requests. */
class SharedTrafficTest {

    private final RequestFor tenth = RequestFor.revision("17", "production").percent(10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    16           | 10  | 16 (90 %) and 17 (10 %)  | published
                    16:90+17:10  | 10  | 16 (90 %) and 17 (10 %)  | up to date
                    16:90+17:10  | 60  | 17 (60 %) and 16 (40 %)  | published
                    17:60+16:40  | 10  | 16 (90 %) and 17 (10 %)  | published
                    16:90+17:10  | 100 | 17                       | published
                    17:99+16:1   | 100 | 17                       | published
                    15:90+16:10  | 100 | 17                       | published
                    17           | 10  | 17                       | up to date
                    """)
    void theRestStaysWithWhatRanBefore(String before, int percent, String after, String verdict) {
        PublishFixture bench = splitting("production=" + before);

        Outcome outcome = bench.publish(RequestFor.revision("17", "production").percent(percent));

        assertEquals(Optional.empty(), outcome.failure());
        assertTrue(
                PublishFixture.places(outcome).get(0).endsWith(", then " + after + ", " + verdict),
                PublishFixture.places(outcome).toString());
        assertEquals("17", outcome.revision().orElseThrow().toString());
    }

    @Test
    void stagingGetsEverything() {
        PublishFixture bench = splitting("staging=16", "production=16");

        bench.publish(RequestFor.revision("17", "staging", "production").percent(10));

        assertEquals(
                List.of(
                        "revision 17 of routine hello in staging",
                        "describe",
                        "revision 16 (90 %) and 17 (10 %) of routine hello in production",
                        "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void whereNothingRunsTheRevisionGetsEverythingAndThatIsSaid() {
        PublishFixture bench = splitting("staging=", "production=");

        Outcome outcome =
                bench.publish(RequestFor.revision("17", "staging", "production").percent(10));

        assertEquals(
                List.of("staging: -, then 17, published", "production: -, then 17, published"),
                PublishFixture.places(outcome));
        assertEquals(
                List.of("Nothing runs in production of routine hello yet, so revision 17 gets all requests there at"
                        + " once."),
                bench.waits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    15:80+16:20 | Environment production of routine hello runs 15 (80 %) and 16 (20 %), so revision 17 would be a third revision, but at most two can share the requests. First publish one of the two alone, or remove {percent} to replace both.
                    ?           | It is not known what production of routine hello runs, so no revision can keep the rest of the requests: remove {percent} to give all requests to revision 17.
                    unstable    | Environment production of routine hello runs unstable, which is not a committed revision and cannot keep the rest of the requests: remove {percent} to replace it.
                    """)
    void whatCannotKeepTheRestIsRefusedBeforeAnyWrite(String before, String failure) {
        PublishFixture bench = splitting("production=" + before);

        Outcome outcome = bench.publish(tenth);

        assertEquals(Optional.of(failure + " Nothing was changed."), outcome.failure());
        assertEquals(List.of("describe"), bench.account.received());
    }

    @Test
    void aRolloutIsRefusedInItsOwnName() {
        PublishFixture bench = splitting("production=15:80+16:20");

        assertTrue(bench.publish(RequestFor.revision("17", "production").rollout("10"))
                .failure()
                .orElseThrow()
                .contains("or remove {rollout} to replace both. Nothing was changed."));
    }

    @Test
    void aServiceThatDoesNotShareRequestsRefusesBeforeAnyCall() {
        for (RequestFor request :
                List.of(tenth, RequestFor.revision("17", "production").rollout("10"))) {
            PublishFixture bench = new PublishFixture("production=16");

            Outcome outcome = bench.publish(request);

            assertEquals(
                    Optional.of("Option " + (request == tenth ? "{percent}" : "{rollout}")
                            + " sets a share of the requests. On this service one revision answers all requests"
                            + " of an environment: remove the option, or use steps of {rollout} with"
                            + " environments. Nothing was changed."),
                    outcome.failure());
            assertEquals(List.of(), bench.account.received());
        }
    }

    @Test
    void withoutTheStateThereIsNoShare() {
        PublishFixture bench = splitting("production=16");
        bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                Optional.of("Could not publish revision 17 (10 %) of routine hello in production: it went wrong"
                        + " (request id 4711). The state of the routine is required for a dry run, 'latest',"
                        + " '@environment', 'all', leftBehind=fail, strictVariables, a share of the requests and"
                        + " a rollback without force. Nothing was changed. Do"
                        + " something."),
                bench.publish(tenth).failure());
    }

    @Test
    void aDryRunThatFollowsAnUploadKnowsWhatIsRefused() {
        PublishFixture bench = splitting("production=16");
        RequestFor toCome = RequestFor.choice(new RevisionChoice.ToCome(), "production")
                .percent(10)
                .dryRun();

        assertEquals(List.of("production: 16, then 16, to be published"), PublishFixture.places(bench.publish(toCome)));
        assertTrue(splitting("production=15:80+16:20")
                .publish(toCome)
                .failure()
                .orElseThrow()
                .contains("so revision new would be a third revision"));
    }

    @Test
    void sharesComeBackIfTheirChangeDoesNotWork() {
        PublishFixture bench = splitting("production=16:90+17:10");
        bench.prober = (probe, left) -> Optional.of("the status is 502 instead of 200");

        Outcome outcome = bench.publish(RequestFor.revision("17", "production")
                .percent(50)
                .restoreOnFailure()
                .probes(new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO)));

        assertEquals(
                Optional.of(
                        "Published revision 17 (50 %) of routine hello in production, but it does not work. The probe"
                                + " https://example.com/ failed for 0 s: the status is 502 instead of 200."
                                + " Restored revision 16"
                                + " (90 %) and 17 (10 %) of routine hello in production. Now production runs 16"
                                + " (90 %) and 17"
                                + " (10 %). Check {probes}, and what the edge answers."),
                outcome.failure());
        assertEquals(
                List.of("production: 16 (90 %) and 17 (10 %), then 16 (90 %) and 17 (10 %), restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void aLostAnswerIsASuccessOnlyIfTheSharesShow() {
        PublishFixture bench = splitting("production=16");
        bench.account.writes(failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN), "production"));

        assertEquals(Optional.empty(), bench.publish(tenth).failure());
    }

    private static PublishFixture splitting(String... places) {
        PublishFixture bench = new PublishFixture(places);
        bench.account.like(MadeUpService.FIXED);
        return bench;
    }
}
