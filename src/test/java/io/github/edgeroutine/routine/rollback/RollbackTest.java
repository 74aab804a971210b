// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.Revert;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private static final CallFailedException REFUSED = failure(Reason.REFUSED, Effect.NONE);
    private static final String NOT_PUBLISHED = "Could not publish revision %s of routine hello in %s: it went wrong"
            + " (request id 4711). Nothing was changed. Do something.";

    private final Map<Environment, Live> seen = FakeRoutines.running(
                    "staging=18", "production=18", "presetCanaryZhejiang=18")
            .live();
    private boolean force;
    private final PublishFixture bench = new PublishFixture("staging=18", "production=18", "presetCanaryZhejiang=18");

    @Test
    void everyEarlierRevisionIsOnePublish() {
        Outcome outcome = rollback("staging=17", "production=16", "presetCanaryZhejiang=17");

        assertEquals(
                List.of(
                        "describe",
                        "describe",
                        "revision 17 of routine hello in staging, presetCanaryZhejiang",
                        "describe",
                        "describe",
                        "revision 16 of routine hello in production",
                        "describe"),
                bench.account.received());
        assertEquals(
                List.of(
                        "staging: 18, then 17, published",
                        "presetCanaryZhejiang: 18, then 17, published",
                        "production: 18, then 16, published"),
                PublishFixture.places(outcome));
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(Optional.empty(), outcome.revision());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void oneTableShowsAllThatComesBack() {
        rollback("staging=17", "production=16");

        assertEquals(1, bench.tables);
        assertEquals(2, bench.plans.size());
    }

    /** Thirty seconds are for all of it, whether it takes one call or two. */
    @Test
    void theLooksAtAllThatComesBackShareOneTimeout() {
        bench.account.like(MadeUpService.FIXED).looks(truth(), truth());
        looksShow(6, "staging=18", "production=18");
        bench.account.looks(truth(), truth(), truth());
        looksShow(20, "staging=17", "production=18");

        Outcome outcome = rollback("staging=17", "production=16");

        assertTrue(outcome.failure().orElseThrow().contains("within 30 s"));
        assertEquals(Duration.ofSeconds(30), paused());
    }

    @Test
    void oneEarlierRevisionIsTheRevisionOfTheOutcome() {
        assertEquals(
                Optional.of(FakeRoutines.live("16")), rollback("production=16").revision());
    }

    @Test
    void afterAPublishThatFailedTheOthersAreStillTried() {
        bench.account.writes(failsAfter(REFUSED));

        Outcome outcome = rollback("staging=17", "production=16");

        assertEquals(
                Optional.of(NOT_PUBLISHED.formatted("17", "staging")
                        + " This was published: revision 16 of routine hello in production."),
                outcome.failure());
        assertEquals(
                List.of("staging: 18, then 18, not published", "production: 18, then 16, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void severalFailuresAreAllTold() {
        bench.account.writes(failsAfter(REFUSED), failsAfter(REFUSED));

        assertEquals(
                Optional.of(
                        NOT_PUBLISHED.formatted("17", "staging") + " " + NOT_PUBLISHED.formatted("16", "production")),
                rollback("staging=17", "production=16").failure());
    }

    @Test
    void aRevisionThatIsGoneIsRefusedAndTheOthersComeBack() {
        Outcome outcome = rollback("staging=11", "production=16");

        assertEquals(
                Optional.of("Routine hello has no revision 11, see {codeRevision}. It has, newest first: 18, 17,"
                        + " 16. Nothing was changed. This was published: revision 16 of"
                        + " routine hello in production."),
                outcome.failure());
        assertEquals(List.of("production: 18, then 16, published"), PublishFixture.places(outcome));
    }

    @Test
    void sharedTrafficComesBackWithItsShares() {
        Outcome outcome = rollback("staging=17:80+16:20", "production=16");

        assertEquals(
                List.of("staging: 18, then 17 (80 %) and 16 (20 %), published", "production: 18, then 16, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void eachEnvironmentIsASeparatePublishIfTheServiceAcceptsOnlyOnePerCall() {
        bench.account.like(MadeUpService.FIXED).writes(failsAfter(REFUSED));

        Outcome outcome = rollback("production=17", "staging=17");

        assertEquals(
                Optional.of(NOT_PUBLISHED.formatted("17", "staging")
                        + " This was published: revision 17 of routine hello in production."),
                outcome.failure());
        assertEquals(
                List.of("staging: 18, then 18, not published", "production: 18, then 17, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void whereSomebodyElsePublishesBeforeTheSecondPublishThatIsLeftAlone() {
        bench.account.looks(truth(), truth(), truth(), shows("staging=17", "production=19"));

        Outcome outcome = rollback("staging=17", "production=16");

        assertEquals(
                Optional.of(
                        "Somebody else has published routine hello in the meantime, so revision 16 of routine hello in"
                                + " production is not published: production runs 19, not 18. To publish it"
                                + " anyway, set {force}. Nothing was changed. This was published: revision 17 of"
                                + " routine hello in staging."),
                outcome.failure());
        assertEquals(List.of("staging: 18, then 17, published"), PublishFixture.places(outcome));
        assertEquals(
                List.of("describe", "describe", "revision 17 of routine hello in staging", "describe", "describe"),
                bench.account.received());
    }

    @Test
    void whereSomebodyElsePublishesBeforeTheFirstPublishNothingIsWritten() {
        bench.account.looks(shows("production=19"));

        assertEquals(
                Optional.of(
                        "Somebody else has published routine hello in the meantime, so revision 16 of routine hello in"
                                + " production is not published: production runs 19, not 18. To publish it"
                                + " anyway, set {force}. Nothing was changed."),
                rollback("production=16").failure());
        assertEquals(List.of("describe"), bench.account.received());
    }

    @Test
    void withForceWhatSomebodyElsePublishesIsReplaced() {
        force = true;
        bench.account.looks(shows("production=19"));

        assertEquals(Optional.empty(), rollback("production=16").failure());
        assertEquals(
                "revision 16 of routine hello in production",
                bench.account.received().get(1));
    }

    /** It would not be known whether this run published it. */
    @Test
    void whatCannotBeReadBeforeAPublishIsLeftAlone() {
        bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                Optional.of(
                        "Could not publish revision 16 of routine hello in production: it went wrong (request id 4711)."
                                + " The state of the routine is required for a dry run, 'latest', '@environment',"
                                + " 'all', leftBehind=fail, strictVariables, a share of the requests and a"
                                + " rollback without force. Nothing was"
                                + " changed. Do something."),
                rollback("production=16").failure());
        assertEquals(List.of("describe"), bench.account.received());
    }

    @Test
    void aDryRunWritesNothing() {
        Outcome outcome = rollback(true, Map.of(new Environment("production"), Traffic.all(new CodeRevision("16"))));

        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(List.of("production: 18, then 18, to be published"), PublishFixture.places(outcome));
    }

    @Test
    void whatRunsItsEarlierRevisionIsNotWritten() {
        assertTrue(rollback("production=18").isUpToDate());
        assertEquals(List.of("describe"), bench.account.received());
    }

    @Test
    void oneFailureAmongWhatIsUpToDateIsNotUpToDate() {
        bench.account.looks(truth(), fails(REFUSED));

        Outcome outcome = rollback("staging=17", "production=18");

        assertEquals(Optional.of(NOT_PUBLISHED.formatted("17", "staging")), outcome.failure());
        assertEquals(List.of("production: 18, then 18, up to date"), PublishFixture.places(outcome));
        assertFalse(outcome.isUpToDate());
    }

    private void looksShow(int looks, String... places) {
        bench.account.looks(Collections.nCopies(looks, shows(places)).toArray(Look[]::new));
    }

    /** Except the pause before the confirming read. */
    private Duration paused() {
        return bench.pauses.stream().reduce(Duration.ZERO, Duration::plus).minusMillis(250);
    }

    private Outcome rollback(String... places) {
        return rollback(false, revert(places).earlier());
    }

    private static Revert revert(String... places) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        FakeRoutines.running(places)
                .live()
                .forEach((environment, live) ->
                        earlier.put(environment, live.traffic().orElseThrow()));
        return new Revert(new RoutineName("hello"), earlier);
    }

    private Outcome rollback(boolean dryRun, Map<Environment, Live> earlier) {
        return new Rollback(bench.publisher(bench.time), force, dryRun, Duration.ofSeconds(30))
                .to(new Revert(new RoutineName("hello"), earlier), seen);
    }
}
