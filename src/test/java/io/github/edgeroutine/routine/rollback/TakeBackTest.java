// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static io.github.edgeroutine.routine.rollback.RememberedFixture.HELLO;
import static io.github.edgeroutine.routine.rollback.RememberedFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.Targets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the last run wrote comes back. All routines run 17 in staging and production; 16 to 18 are there. */
class TakeBackTest {

    private static final Targets PRODUCTION = new Targets(false, List.of(new Environment("production")));
    private static final String HELLO_BACK = "revision 16 of routine hello in staging";
    private static final String SHOP_BACK = "revision 16 of routine shop in production";

    private final RememberedFixture memory = new RememberedFixture();

    @Test
    void everyRoutineOfTheLastRunIsRestoredAndAnOlderOneIsReported() throws Exception {
        memory.remembers(new RoutineName("old"), run(new RoutineName("old"), "1-x", "g:a", "production: 16 -> 17"))
                .remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:a", "production: 16 -> 17"));

        List<Outcome> outcomes = memory.takeBack();

        assertEquals(List.of(HELLO_BACK, SHOP_BACK), memory.writes());
        assertEquals(
                List.of(List.of("staging: 17, then 16, published"), List.of("production: 17, then 16, published")),
                outcomes.stream().map(PublishFixture::places).toList());
        assertEquals(
                List.of("The last run did not write to routine old, so this routine is not changed. To undo its"
                        + " own last run, call the goal with {name=old}."),
                memory.log);
        assertEquals(Set.of("2-x", "9-z"), memory.takenBack);
        assertEquals(Set.of("hello {staging=17}", "shop {production=17}"), new LinkedHashSet<>(memory.begun));
    }

    @Test
    void whatTwoBuildsWroteTogetherIsOneRun() throws Exception {
        Run joined =
                run(HELLO, "1-x", "g:a", "staging: 16 -> 17").joinedBy("2-x").completed();
        memory.remembers(HELLO, joined).remembers(SHOP, run(SHOP, "1-x", "g:a", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of(HELLO_BACK, SHOP_BACK), memory.writes());
    }

    @Test
    void aModuleAfterTheFirstTakesItsOwnPartBack() throws Exception {
        memory.takenBack.add("2-x");
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:b", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
        assertEquals(List.of(), memory.log);
    }

    @Test
    void theFirstModuleTakesBackWhatModulesWithoutATurnWrote() throws Exception {
        memory.modules = Set.of("g:a", "g:b", "g:c");
        memory.remembers(HELLO, run(HELLO, "2-x", "g:c", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:b", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
    }

    @Test
    void aModuleWithoutWritesOfTheLastRunIsReported() throws Exception {
        memory.takenBack.add("3-x");
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        assertEquals(List.of(), memory.takeBack());
        assertEquals("The last run wrote to no routine of module g:a.", memory.log.get(1));
    }

    @Test
    void whatTheServiceOfTheModuleDoesNotReachCountsForTheRunAndIsLeftToOthers() throws Exception {
        memory.modules = Set.of("g:a", "g:b");
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembersElsewhere(SHOP, run(SHOP, "3-x", "g:b", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of(), memory.writes());
        assertEquals(List.of(), memory.begun);
        assertEquals(Set.of("3-x", "9-z"), memory.takenBack);
    }

    @Test
    void theFirstModuleWritesDownWhatAllOfThemAreAboutToTakeBack() throws Exception {
        memory.modules = Set.of("g:a", "g:b");
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:b", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
        assertEquals(Set.of("hello {staging=17}", "shop {production=17}"), Set.copyOf(memory.begun));
    }

    @Test
    void aNamedRoutineThatTheServiceOfTheModuleDoesNotReachIsLeftToOthers() throws Exception {
        memory.modules = Set.of("g:a", "g:b");
        memory.remembersElsewhere(HELLO, run(HELLO, "2-x", "g:b", "staging: 16 -> 17"));

        assertEquals(List.of(), memory.named(HELLO).takeBack());
        assertEquals(List.of("The last run wrote to no routine of module g:a."), memory.log);
    }

    @Test
    void aNamedRoutineOfTheModuleComesBack() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        memory.named(HELLO).takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
    }

    @Test
    void aRoutineAloneComesBackWithoutTheOthersOfItsRun() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:a", "production: 16 -> 17"));

        memory.alone(HELLO).takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
        assertEquals(List.of("hello {staging=17}"), memory.begun);
    }

    @Test
    void aNamedRoutineOfAnotherModuleCounts() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:other", "staging: 16 -> 17"));

        memory.named(HELLO).takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
    }

    @Test
    void aMissingMemoryIsReportedWithTheExistingRevisions() {
        String nothing = "This machine has no record of a publish of routine hello, so it is not known what ran before."
                + " The routine"
                + " has, newest first: 18, 17 in staging and production, 16. Nothing was changed. To go"
                + " back to the revision before the current one, call the goal with {name=hello}"
                + " {codeRevision=previous} {environments=all}. Instead of previous you can use digits,"
                + " latest or @environment.";

        assertEquals(nothing, failureOf(new RememberedFixture().alone(HELLO)));
        assertEquals(nothing, failureOf(new RememberedFixture().named(HELLO)));
        assertEquals(
                nothing,
                failureOf(new RememberedFixture()
                        .named(HELLO)
                        .remembers(SHOP, run(SHOP, "2-x", "g:a", "production: 16 -> 17"))));
        assertThrows(NothingRememberedException.class, memory::takeBack);
        memory.remembers(HELLO, run(HELLO, "2-x", "g:other", "staging: 16 -> 17"));
        assertThrows(NothingRememberedException.class, memory::takeBack);
    }

    @Test
    void onlyTheEnvironmentsThatAreNamedComeBack() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:a", "staging: 16 -> 17", "production: 16 -> 17"));

        memory.in(PRODUCTION).takeBack();

        assertEquals(List.of(SHOP_BACK), memory.writes());
    }

    @Test
    void allEnvironmentsAreAllThatTheRunWrote() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        memory.in(new Targets(true, List.of())).takeBack();

        assertEquals(List.of(HELLO_BACK), memory.writes());
    }

    @Test
    void anEnvironmentThatTheRunDidNotWriteToIsNamed() {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        String failure = "The last run wrote to staging of routine hello, not to production, which {environments}"
                + " contains. Nothing was changed. Set {codeRevision} too, or remove the environments.";
        assertEquals(failure, failureOf(memory.in(PRODUCTION)));
        assertEquals(failure, failureOf(memory.alone(HELLO)));
    }

    @Test
    void aDryRunWritesNothingAndWritesNothingDown() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));

        List<Outcome> outcomes = memory.dryRun().takeBack();

        assertEquals(List.of("staging: 17, then 17, to be published"), PublishFixture.places(outcomes.get(0)));
        assertEquals(List.of(), memory.writes());
        assertEquals(List.of(), memory.begun);
    }

    @Test
    void whereSomebodyElseHasPublishedNothingIsWrittenUnlessByForce() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"))
                .remembers(SHOP, run(SHOP, "2-x", "g:a", "production: 16 -> 18"));

        assertEquals(
                "Somebody else has published routine shop since its last run, so nothing is rolled back:"
                        + " production runs"
                        + " 17, not 18. Nothing was changed. To restore what ran before that run anyway, set {force}.",
                failureOf(memory));
        assertEquals(List.of(), memory.writes());

        memory.force().takeBack();
        assertEquals(List.of(HELLO_BACK, SHOP_BACK), memory.writes());
    }

    @Test
    void whatRunsAgainAlreadyIsNobodyElses() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 17 -> 18", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of("revision 16 of routine hello in production"), memory.writes());
    }

    @Test
    void aRollbackThatWasStoppedIsFinished() throws Exception {
        Run publish = run(HELLO, "2-x", "g:a", "staging: 18 -> 17", "production: 16 -> 17");
        Run stopped = new Run(
                RunKind.ROLLBACK,
                Set.of("3-x"),
                Set.of("g:a"),
                false,
                MemoryFixture.run(HELLO, "3-x", "g:a", "staging: 17 -> 18", "production: 17 -> 16")
                        .changes());
        memory.remembers(HELLO, stopped, publish);

        memory.takeBack();

        assertEquals(
                List.of("revision 18 of routine hello in staging", "revision 16 of routine hello in production"),
                memory.writes());
    }

    @Test
    void anEnvironmentThatRanNothingBeforeIsNamedAfterTheOthersAreBack() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17", "production: - -> 17"));
        String lost = "It is not known that a committed revision ran in production of routine hello before the"
                + " last run, so nothing can be restored there. Publish the revision that you want with"
                + " {codeRevision} and {environments}.";

        Outcome outcome = memory.takeBack().get(0);

        assertEquals(Optional.of(lost), outcome.failure());
        assertEquals(List.of(HELLO_BACK), memory.writes());
        RememberedFixture all =
                new RememberedFixture().remembers(HELLO, run(HELLO, "2-x", "g:a", "production: - -> 17"));
        assertEquals(lost + " Nothing was changed.", failureOf(all));
    }

    @Test
    void whatCannotBeRestoredIsReportedAfterAFailure() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17", "production: - -> 17"));
        memory.bench.account.writes(failsAfter(failure(Reason.REFUSED, Effect.NONE)));

        assertEquals(
                Optional.of(
                        "Could not publish revision 16 of routine hello in staging: it went wrong (request id 4711)."
                                + " Nothing was changed. Do something. It is not known that a committed revision"
                                + " ran in production"
                                + " of routine hello before the last run, so nothing can be restored there."
                                + " Publish the revision that you want with {codeRevision} and {environments}."),
                memory.takeBack().get(0).failure());
    }

    @Test
    void aStateThatCannotBeReadIsDoneWithoutByForceAlone() throws Exception {
        memory.remembers(HELLO, run(HELLO, "2-x", "g:a", "staging: 16 -> 17"));
        memory.bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                "Could not check who has published since the last run of routine hello: it went wrong (request id"
                        + " 4711)."
                        + " Nothing was changed. Do something.",
                failureOf(memory));

        memory.bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)), truth());
        memory.force().takeBack();
        assertEquals(List.of(HELLO_BACK), memory.writes());
        assertEquals("hello {staging=what is not known}", memory.begun.get(0));
    }

    @Test
    void aRunWhoseEndNobodyNotedIsJudgedByWhatRuns() throws Exception {
        Run dead = run(HELLO, "2-x", "g:a", "staging: 17 -> 18")
                .with(change -> new Change(change.before(), change.replaced(), change.after(), false));
        memory.remembers(HELLO, dead, run(HELLO, "1-x", "g:a", "production: 16 -> 17"));

        memory.takeBack();

        assertEquals(List.of("revision 16 of routine hello in production"), memory.writes());
    }

    @Test
    void pruneKeepsWhatEitherRunMayRestore() {
        Run rollback = new Run(
                RunKind.ROLLBACK,
                Set.of("3-x"),
                Set.of("g:a"),
                true,
                run(HELLO, "3-x", "g:a", "staging: 17 -> 16").changes());

        assertEquals(
                Set.of(new CodeRevision("14"), new CodeRevision("15"), new CodeRevision("16"), new CodeRevision("17")),
                new RunMemory(
                                HELLO,
                                List.of(rollback, run(HELLO, "2-x", "g:a", "staging: 15:90+14:10 -> 18", "b: - -> 18")))
                        .needed());
    }

    private static String failureOf(RememberedFixture memory) {
        return assertThrows(GoalFailedException.class, memory::takeBack).getMessage();
    }
}
