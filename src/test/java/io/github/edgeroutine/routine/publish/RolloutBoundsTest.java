// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Environments with unknown code, or where a rollout has nothing to do. */
class RolloutBoundsTest {

    private static final String TENTH = "revision 16 (90 %) and 17 (10 %) of routine hello in production";
    private static final String ALL = "revision 17 of routine hello in production";

    @Test
    void anEnvironmentThatWasNotShownDoesNotStopTheRolloutThatIsYetToReachIt() {
        PublishFixture bench = new PublishFixture("staging=16", "production=16");
        bench.account.looks(shows("staging=16", "production=?"));

        Outcome outcome =
                bench.publish(RequestFor.revision("17", "staging", "production").rollout("staging", "production"));

        assertEquals(Optional.empty(), outcome.failure());
    }

    @Test
    void aCanaryThatIsLeftBehindDoesNotChangeHowOftenTheProbesArePut() {
        PublishFixture bench = splitting("production=16", "presetCanaryHunan=15");
        List<Probe> put = new ArrayList<>();
        bench.prober = (probe, left) -> {
            put.add(probe);
            return Optional.empty();
        };

        bench.publish(RequestFor.revision("17", "production")
                .percent(10)
                .probes(new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO)));

        assertEquals(29, put.size());
    }

    @Test
    void forceWritesStagingAgainWithTheFirstShare() {
        PublishFixture bench = splitting("staging=17", "production=16");

        bench.publish(RequestFor.revision("17", "staging", "production")
                .rollout("10")
                .force()
                .verifyTimeout(Duration.ZERO));

        assertEquals(List.of("revision 17 of routine hello in staging", TENTH, ALL), bench.callsAfterTheFirstLook());
    }

    /** The next step replaces both other revisions, independent of their origin. */
    @Test
    void anExistingShareIsNotWrittenAgainNextToTwoOthers() {
        PublishFixture bench = splitting("production=16:50+15:40+17:10");

        bench.publish(RequestFor.revision("17", "production").rollout("10").verifyTimeout(Duration.ZERO));

        assertEquals(List.of(ALL), bench.callsAfterTheFirstLook());
    }

    @Test
    void aSecondStepThatMayShowLateIsTakenBackThoughWhatRanBeforeTheFirstIsShown() {
        PublishFixture bench = splitting("production=16");
        Look late = shows("production=16");
        bench.account.looks(truth(), truth(), truth(), late, late);

        Outcome outcome = bench.publish(RequestFor.revision("17", "production")
                .rollout("10")
                .verifyTimeout(Duration.ofMillis(250))
                .restoreOnFailure());

        assertEquals(
                List.of(
                        TENTH,
                        "describe",
                        "describe",
                        ALL,
                        "describe",
                        "describe",
                        "revision 16 of routine hello in production",
                        "describe"),
                bench.callsAfterTheFirstLook());
        assertEquals(List.of("production: 16, then 16, restored"), PublishFixture.places(outcome));
    }

    private static PublishFixture splitting(String... places) {
        PublishFixture bench = new PublishFixture(places);
        bench.account.like(MadeUpService.FIXED);
        return bench;
    }
}
