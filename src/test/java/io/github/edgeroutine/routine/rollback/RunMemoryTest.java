// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.HELLO;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.killed;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.live;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.rollback;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.Planned;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What builds leave for a rollback. Each is an invocation: 1-x in module g:a, 2-x in g:b. */
class RunMemoryTest {

    private static final Invocation FIRST = new Invocation("1-x", "g:a");
    private static final Invocation SECOND = new Invocation("2-x", "g:b");

    private RunMemory memory = RunMemory.none(HELLO);

    @Test
    void whatABuildIsAboutToWriteIsRemembered() {
        begins(FIRST, "staging: 16 -> 17", "production: - -> 17");

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17?, production nothing -> 17?");
    }

    @Test
    void noMoreThanTwoRunsAreRememberedAndNoneThatChangedNothing() {
        remembers(
                run(HELLO, "4-x", "g:a"),
                run(HELLO, "3-x", "g:a", "staging: 17 -> 18"),
                run(HELLO, "2-x", "g:a", "staging: 16 -> 17"),
                run(HELLO, "1-x", "g:a", "staging: 15 -> 16"));

        assertRemembered(
                "PUBLISH 3-x of g:a, complete: staging 17 -> 18", "PUBLISH 2-x of g:a, complete: staging 16 -> 17");
    }

    @Test
    void aBuildThatWritesTwiceRemembersWhatRanBeforeItsFirstWrite() {
        begins(FIRST, "staging: 16 -> 17");
        begins(FIRST, "staging: 17 -> 18", "production: 16 -> 18");

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17 -> 18?, production 16 -> 18?");
    }

    @Test
    void whatSomebodyElsePublishedBetweenTwoWritesIsWhatRanBefore() {
        begins(FIRST, "staging: 16 -> 17");
        begins(FIRST, "staging: 15 -> 18");

        assertRemembered("PUBLISH 1-x of g:a: staging 15 -> 18?");
    }

    @Test
    void betweenTwoWritesOfABuildAnEnvironmentThatIsNotShownRunsWhatTheFirstBrought() {
        begins(FIRST, "staging: 16 -> 17");
        begins(FIRST, "staging: ? -> 18");

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17 -> 18?");
    }

    @Test
    void afterAnotherBuildNobodyKnowsWhatRanBeforeInAnEnvironmentThatIsNotShown() {
        begins(FIRST, "staging: 16 -> 17");
        begins(SECOND, "staging: ? -> 17");

        assertRemembered("PUBLISH 1-x+2-x of g:a+g:b: staging what is not known -> 17?");
    }

    @Test
    void aPublishOfWhatRunsAlreadyChangesNothing() {
        begins(FIRST, "staging: 17 -> 17");

        assertRemembered();
    }

    @Test
    void aBuildWritesOnInItsOwnRunAlsoAfterAnotherBuild() {
        begins(FIRST, "staging: 16 -> 17");
        begins(SECOND, "production: 16 -> 18");
        begins(FIRST, "production: 18 -> 17");

        assertRemembered(
                "PUBLISH 1-x of g:a: staging 16 -> 17?, production 18 -> 17?",
                "PUBLISH 2-x of g:b: production 16 -> 18?");
    }

    @Test
    void aBuildThatGoesOnWithAKilledOneJoinsItsRun() {
        begins(FIRST, "staging: 16 -> 17", "production: 16 -> 17");
        begins(SECOND, "staging: 17", "production: 16 -> 17");

        assertRemembered("PUBLISH 1-x+2-x of g:a+g:b: staging 16 -> 17?, production 16 -> 17?");
    }

    @Test
    void theSameRevisionElsewhereGoesOnWithAKilledBuild() {
        begins(FIRST, "staging: 16 -> 17");
        begins(SECOND, "production: 16 -> 17");

        assertRemembered("PUBLISH 1-x+2-x of g:a+g:b: staging 16 -> 17?, production 16 -> 17?");
    }

    @Test
    void anotherRevisionStartsANewRun() {
        begins(FIRST, "staging: 16 -> 17");
        begins(SECOND, "production: 16 -> 18");

        assertRemembered("PUBLISH 2-x of g:b: production 16 -> 18?", "PUBLISH 1-x of g:a: staging 16 -> 17?");
    }

    @Test
    void anotherRevisionInOneEnvironmentStartsANewRun() {
        begins(FIRST, "staging: 16 -> 17", "production: 16 -> 17");
        begins(SECOND, "staging: 17", "production: 17 -> 18");

        assertRemembered(
                "PUBLISH 2-x of g:b: production 17 -> 18?",
                "PUBLISH 1-x of g:a: staging 16 -> 17?, production 16 -> 17?");
    }

    @Test
    void moreOfTheRequestsForTheSameRevisionGoesOnWithAKilledBuild() {
        begins(FIRST, "production: 16 -> 16:90+17:10");
        begins(SECOND, "production: 16:90+17:10 -> 17");

        assertRemembered("PUBLISH 1-x+2-x of g:a+g:b: production 16 -> 16 (90 %) and 17 (10 %) -> 17?");
    }

    @Test
    void anotherRevisionThanTheOneWithAShareStartsANewRun() {
        begins(FIRST, "production: 16 -> 16:90+17:10");
        begins(SECOND, "production: 16:90+17:10 -> 18");

        assertRemembered(
                "PUBLISH 2-x of g:b: production 16 (90 %) and 17 (10 %) -> 18?",
                "PUBLISH 1-x of g:a: production 16 -> 16 (90 %) and 17 (10 %)?");
    }

    @Test
    void anotherRevisionThanTheOneWithAllRequestsStartsANewRun() {
        begins(FIRST, "production: 15:10+16:90 -> 16");
        begins(SECOND, "production: 16 -> 17");

        assertRemembered(
                "PUBLISH 2-x of g:b: production 16 -> 17?",
                "PUBLISH 1-x of g:a: production 16 (90 %) and 15 (10 %) -> 16?");
    }

    @Test
    void aBuildAfterACompletedOneStartsANewRun() {
        remembers(run(HELLO, "1-x", "g:a", "staging: 16 -> 17"));
        begins(SECOND, "production: 16 -> 17");

        assertRemembered("PUBLISH 2-x of g:b: production 16 -> 17?", "PUBLISH 1-x of g:a, complete: staging 16 -> 17");
    }

    @Test
    void aPublishDoesNotGoOnWithARollback() {
        remembers(rollback(false, "1-x", "g:a", "staging: 18 -> 17"));
        begins(SECOND, "production: 16 -> 17");

        assertRemembered("PUBLISH 2-x of g:b: production 16 -> 17?", "ROLLBACK 1-x of g:a: staging 18 -> 17");
    }

    @Test
    void aPublishAfterARollbackInOneBuildStartsANewRun() {
        remembers(rollback(true, "1-x", "g:a", "staging: 18 -> 17"));
        begins(FIRST, "staging: 17 -> 18");

        assertRemembered("PUBLISH 1-x of g:a: staging 17 -> 18?", "ROLLBACK 1-x of g:a, complete: staging 18 -> 17");
    }

    @Test
    void aRollbackIsRememberedInFrontOfTheRunThatItTakesBack() throws Exception {
        remembers(run(HELLO, "1-x", "g:a", "staging: 16 -> 17", "production: 15 -> 17"));

        memory = memory.beginning(SECOND, wayBack("staging=17", "production=17"));

        assertRemembered(
                "ROLLBACK 2-x of g:a: staging 17 -> 16?, production 17 -> 15?",
                "PUBLISH 1-x of g:a, complete: staging 16 -> 17, production 15 -> 17");
    }

    @Test
    void aRollbackThatGoesOnWithAStoppedOneJoinsIt() throws Exception {
        remembers(rollback(false, "2-x", "g:a", "staging: 17 -> 16"), run(HELLO, "1-x", "g:a", "staging: 16 -> 17"));

        memory = memory.beginning(new Invocation("3-x", "g:b"), wayBack("staging=17"));

        assertRemembered("ROLLBACK 2-x+3-x of g:a: staging 17 -> 16", "PUBLISH 1-x of g:a, complete: staging 16 -> 17");
    }

    @Test
    void whatARollbackDoesNotChangeIsNotPartOfItAndWhatItCannotPutBackIs() throws Exception {
        remembers(run(HELLO, "1-x", "g:a", "staging: 16 -> 17", "production: 16 -> 17", "canary: - -> 17"));

        memory = memory.beginning(SECOND, wayBack("staging=16", "production=17", "canary=17"));

        assertRemembered(
                "ROLLBACK 2-x of g:a: production 17 -> 16?, canary 17 -> nothing?",
                "PUBLISH 1-x of g:a, complete: staging 16 -> 17, production 16 -> 17, canary nothing -> 17");
    }

    @Test
    void ofAPublishThatHasEndedWhatIsShownIsCertainAndWhatWasNotChangedIsForgotten() {
        begins(FIRST, "staging: 16 -> 17", "production: 16 -> 17");

        memory = memory.ended(
                FIRST,
                RunKind.PUBLISH,
                seen(plan("staging: 16 -> 17", "production: 16 -> 17"), "staging=17", "production=16"));

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17");
    }

    @Test
    void theEndOfAPublishConcernsTheRunOfItsBuildAndKindAlone() {
        remembers(
                rollback(false, "1-x", "g:a", "staging: 18 -> 17"),
                killed("2-x", "g:b", "staging: 16 -> 17"),
                killed("1-x", "g:a", "staging: 16 -> 17"));
        Outcome outcome = seen(plan("staging: 16 -> 17"), "staging=17");
        RunMemory before = memory;

        assertEquals(before, memory.ended(FIRST, RunKind.PUBLISH, outcome));

        memory = memory.ended(SECOND, RunKind.PUBLISH, outcome);
        assertRemembered("ROLLBACK 1-x of g:a: staging 18 -> 17", "PUBLISH 2-x of g:b: staging 16 -> 17");
    }

    @Test
    void anEnvironmentThatTheBuildDidNotWriteToStaysOutOfItsRun() {
        begins(FIRST, "staging: 16 -> 17", "production: 17");

        memory = memory.ended(FIRST, RunKind.PUBLISH, seen(plan("staging: 16 -> 17", "production: 17"), "staging=17"));

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17");
    }

    @Test
    void whatARollbackCouldNotPutBackStaysToBePutBack() throws Exception {
        remembers(run(HELLO, "1-x", "g:a", "staging: 16 -> 17", "production: 16 -> 17"));
        memory = memory.beginning(SECOND, wayBack("staging=17", "production=17"));

        memory = memory.ended(
                SECOND,
                RunKind.ROLLBACK,
                seen(plan("staging: 17 -> 16", "production: 17 -> 16"), "staging=16", "production=17"));

        assertEquals(
                "ROLLBACK 2-x of g:a: staging 17 -> 16, production 17 -> 16?",
                remembered().get(0));
    }

    @Test
    void aBuildThatFindsAKilledOnesWorkDoneJoinsItsRun() {
        remembers(killed("1-x", "g:a", "staging: 16 -> 17"), run(HELLO, "0-x", "g:a", "staging: 15 -> 16"));

        memory = memory.upToDate(SECOND, RunKind.PUBLISH, upToDate("staging: 17"));

        assertRemembered(
                "PUBLISH 1-x+2-x of g:a+g:b: staging 16 -> 17", "PUBLISH 0-x of g:a, complete: staging 15 -> 16");
    }

    @Test
    void aBuildThatFindsOtherWorkDoneDoesNotJoin() {
        remembers(killed("1-x", "g:a", "staging: 16 -> 17"));

        memory = memory.upToDate(SECOND, RunKind.PUBLISH, upToDate("staging: 16"));

        assertRemembered("PUBLISH 1-x of g:a: staging 16 -> 17?");
    }

    @Test
    void aBuildThatCameToItsEndCompletesItsRunAlone() {
        begins(FIRST, "staging: 16 -> 17");
        begins(SECOND, "production: 16 -> 18");

        memory = memory.completed("1-x");

        assertRemembered("PUBLISH 2-x of g:b: production 16 -> 18?", "PUBLISH 1-x of g:a, complete: staging 16 -> 17?");
    }

    @Test
    void killedPublishesWithoutAnEffectAreForgotten() {
        remembers(killed("2-x", "g:a", "staging: 16 -> 17"), killed("1-x", "g:a", "production: 16 -> 17"));

        memory = memory.settled(running("staging=16", "production=16"));

        assertRemembered();
    }

    @Test
    void theRunBeforeOneThatIsSeenIsNotLookedAt() {
        remembers(killed("2-x", "g:a", "staging: 16 -> 17"), killed("1-x", "g:a", "production: 16 -> 17"));

        memory = memory.settled(running("staging=17", "production=16"));

        assertRemembered("PUBLISH 2-x of g:a: staging 16 -> 17", "PUBLISH 1-x of g:a: production 16 -> 17?");
    }

    @Test
    void aRollbackIsNotForgottenWhateverIsSeen() {
        remembers(rollback(false, "2-x", "g:a", "staging: 17 -> 16"), killed("1-x", "g:a", "staging: 16 -> 17"));
        List<String> before = remembered();

        memory = memory.settled(running("staging=18"));

        assertEquals(before, remembered());
    }

    @Test
    void onlyAPublishWhoseEndNobodyNotedHasToBeLookedAt() {
        Run unsettled = killed("1-x", "g:a", "staging: 16 -> 17");
        Run done = run(HELLO, "1-x", "g:a", "staging: 16 -> 17");
        Run rollback =
                new Run(RunKind.ROLLBACK, unsettled.invocations(), unsettled.modules(), false, unsettled.changes());

        assertTrue(new RunMemory(HELLO, List.of(unsettled, done)).isUnsettled());
        assertFalse(new RunMemory(HELLO, List.of(done, unsettled)).isUnsettled());
        assertFalse(new RunMemory(HELLO, List.of(rollback)).isUnsettled());
        assertFalse(RunMemory.none(HELLO).isUnsettled());
    }

    private void remembers(Run... runs) {
        memory = new RunMemory(HELLO, List.of(runs));
    }

    /** @param places as {@link #plan} takes them */
    private void begins(Invocation by, String... places) {
        Plan plan = plan(places);
        memory = memory.beginning(by, RunKind.PUBLISH, plan, plan.stages().get(0));
    }

    private WayBack wayBack(String... places) throws Exception {
        return WayBack.of(HELLO, memory.newest().orElseThrow(), Optional.of(running(places)), Optional.empty(), false);
    }

    /** @param places each such as "staging: 16 -> 17", or "staging: 17" if that runs there already */
    private static Plan plan(String... places) {
        List<Step> steps = Stream.of(places).map(RunMemoryTest::step).toList();
        return new Plan(HELLO, live("17"), steps, true);
    }

    private static Step step(String place) {
        String[] sides = place.split(": | -> ");
        Live before = live(sides[1]);
        return sides.length == 2
                ? new Step(new Environment(sides[0]), before, before, Action.UP_TO_DATE)
                : new Step(new Environment(sides[0]), before, live(sides[2]), Action.PUBLISH);
    }

    private static Outcome seen(Plan plan, String... places) {
        return planned(plan).seen(running(places), Optional.empty());
    }

    private static Outcome upToDate(String... places) {
        return planned(plan(places)).unwritten(Verdict.UP_TO_DATE, Optional.empty());
    }

    private static Planned planned(Plan plan) {
        return new Planned(RequestFor.revision("17", "all").request(), plan);
    }

    private List<String> remembered() {
        return memory.runs().stream().map(MemoryFixture::words).toList();
    }

    /** @param runs as {@link MemoryFixture#words(Run)} tells them */
    private void assertRemembered(String... runs) {
        assertEquals(List.of(runs), remembered());
    }
}
