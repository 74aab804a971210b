// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.running;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    private static final RoutineState MIXED =
            running("staging=18", "production=16", "presetCanaryZhejiang=17", "presetCanaryHongKong=");

    @Test
    void anEnvironmentThatTheRoutineLacksIsRefusedWithTheOneThatWasMeant() {
        assertEquals(
                "Routine hello has no environment Preset_Canary_HongKong, see {environments}. Did you mean"
                        + " presetCanaryHongKong? There are:"
                        + " presetCanaryHongKong, presetCanaryZhejiang, staging, production.",
                refusal(RequestFor.revision("16", "production", "Preset_Canary_HongKong"), MIXED));
    }

    @Test
    void aRevisionThatIsNotKeptIsRefusedWithThoseThatAreNewestFirst() {
        RoutineState state = keeping(
                running("production=9"),
                new Revision(new CodeRevision("9"), "", "2021-05-30T13:20:14Z"),
                new Revision(new CodeRevision("100"), "Hello, World", "2021-06-01T13:20:14Z"),
                new Revision(new CodeRevision("11"), "", ""),
                new Revision(new CodeRevision("12"), "Hello", ""));

        assertEquals(
                "Routine hello has no revision 13, see {codeRevision}. It has, newest first: 100"
                        + " (2021-06-01T13:20:14Z, Hello, World), 12 (Hello), 11,"
                        + " 9 (2021-05-30T13:20:14Z).",
                refusal(RequestFor.revision("13", "production"), state));
    }

    @Test
    void aRevisionOfARoutineWithoutAnyIsRefused() {
        assertEquals(
                "Routine hello has no revision 13, see {codeRevision}. It has no revision.",
                refusal(RequestFor.revision("13", "production"), keeping(running("production="))));
    }

    @Test
    void aRevisionThatRunsSomewhereIsThereEvenIfItIsNotListed() throws GoalFailedException {
        RoutineState state = keeping(running("staging=13", "production="));

        assertEquals(List.of("production: publish"), actions(RequestFor.revision("13", "production"), state));
    }

    @Test
    void theLatestRevisionOfARoutineWithoutAnyIsRefused() {
        assertEquals(
                "Routine hello has no committed revision yet, so {codeRevision} latest cannot be used.",
                refusal(RequestFor.revision("latest", "production"), keeping(running("production="))));
    }

    @Test
    void theLatestIsTheHighestNumberWhereverItIsListedAndHoweverManyDigitsItHas() throws GoalFailedException {
        RoutineState state = keeping(
                running("production="),
                new Revision(new CodeRevision("0000000000000000000009"), "", ""),
                new Revision(new CodeRevision("1620876959997924699"), "", ""),
                new Revision(new CodeRevision("1620876959997924701"), "", ""),
                new Revision(new CodeRevision("999999999999999999"), "", ""));

        assertEquals("1620876959997924701", revision(RequestFor.revision("latest", "production"), state));
    }

    @Test
    void whatAnotherEnvironmentRunsIsTakenFromThere() throws GoalFailedException {
        assertEquals("17", revision(RequestFor.revision("@presetCanaryZhejiang", "production"), MIXED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unstable"})
    void anEnvironmentWithoutCommittedCodeGivesNoRevision(String live) {
        assertEquals(
                "No committed revision runs in staging of routine hello, so {codeRevision}"
                        + " @staging cannot be used.",
                refusal(RequestFor.revision("@staging", "production"), running("staging=" + live, "production=16")));
    }

    @Test
    void anEnvironmentWithUnknownCodeGivesNoRevision() {
        assertEquals(
                "It is not known what staging of routine hello runs, so {codeRevision}" + " @staging cannot be used.",
                refusal(RequestFor.revision("@staging", "production"), running("staging=?", "production=16")));
    }

    @Test
    void anEnvironmentWhoseTrafficIsSharedGivesNoRevisionAndNamesTheShares() {
        assertEquals(
                "Environment production of routine hello runs 18 (90 %) and 17 (10 %), so {codeRevision}"
                        + " @production does not identify one revision. Use the digits of one of them.",
                refusal(
                        RequestFor.revision("@production", "staging"),
                        running("staging=16", "production=17:10+18:90")));
    }

    @Test
    void sharedTrafficIsNeverUpToDate() throws GoalFailedException {
        assertEquals(
                List.of("production: publish"),
                actions(RequestFor.revision("18", "production"), running("production=18:99+17:1")));
    }

    @Test
    void aCanaryWithSharedTrafficIsLeftBehindAndNamesTheShares() {
        RoutineState state = running("production=17", "presetCanaryZhejiang=18:50+16:50");

        assertTrue(refusal(RequestFor.revision("18", "production").leftBehind(LeftBehind.FAIL), state)
                .contains("presetCanaryZhejiang (18 (50 %) and 16 (50 %))"));
    }

    @Test
    void aRevisionThatHasAShareExistsEvenIfTheListDoesNotShowIt() throws GoalFailedException {
        RoutineState state = keeping(running("production=17:10+18:90"));

        assertEquals("17", revision(RequestFor.revision("17", "production"), state));
    }

    @Test
    void sharesThatRanBeforeAreWantedAsTheyWere() throws GoalFailedException {
        Traffic former = new Traffic(Map.of(new CodeRevision("17"), 10, new CodeRevision("18"), 90));
        PublishRequest request =
                RequestFor.choice(RevisionChoice.of(former), "production").request();

        assertEquals(former, Planner.plan(request, running("production=18")).revision());
        assertEquals(
                List.of(),
                Planner.plan(request, running("production=17:10+18:90")).stages());
    }

    @Test
    void aShareOfARevisionThatIsGoneIsRefused() {
        Traffic former = new Traffic(Map.of(new CodeRevision("11"), 10, new CodeRevision("18"), 90));
        PublishRequest request =
                RequestFor.choice(RevisionChoice.of(former), "production").request();

        assertTrue(assertThrows(GoalFailedException.class, () -> Planner.plan(request, running("production=18")))
                .getMessage()
                .startsWith("Routine hello has no revision 11, "));
    }

    @Test
    void anUnknownEnvironmentGivesNoRevision() {
        assertEquals(
                "Routine hello has no environment stagin, see {codeRevision}. Did you mean staging? There are:"
                        + " staging, production.",
                refusal(RequestFor.revision("@stagin", "production"), running("production=16", "staging=17")));
    }

    @Test
    void allIsProductionAndEveryCanaryButNotStaging() throws GoalFailedException {
        assertEquals(
                List.of("production: publish", "presetCanaryZhejiang: publish", "presetCanaryHongKong: publish"),
                actions(RequestFor.revision("18", "all"), MIXED));
    }

    @Test
    void allAndStagingIsEverythingWithStagingFirst() throws GoalFailedException {
        assertEquals(
                List.of(
                        "staging: publish",
                        "production: publish",
                        "presetCanaryZhejiang: up to date",
                        "presetCanaryHongKong: publish"),
                actions(RequestFor.revision("17", "all", "staging"), MIXED));
    }

    @Test
    void allIsRefusedWhereItIsNothing() {
        assertEquals(
                "Routine hello has no production environment and no canary region, so 'all' in {environments}"
                        + " matches nothing. There are: staging.",
                refusal(RequestFor.revision("18", "all"), running("staging=18")));
    }

    @Test
    void whatRunsTheRevisionAlreadyIsLeftAloneUnlessForced() throws GoalFailedException {
        assertEquals(
                List.of("staging: up to date", "presetCanaryZhejiang: publish"),
                actions(RequestFor.revision("18", "staging", "presetCanaryZhejiang"), MIXED));
        assertEquals(
                List.of("staging: publish", "presetCanaryZhejiang: publish"),
                actions(
                        RequestFor.revision("18", "staging", "presetCanaryZhejiang")
                                .force(),
                        MIXED));
    }

    @Test
    void canariesOnOtherCodeThanProductionAreLeftBehind() throws GoalFailedException {
        assertEquals(
                List.of(
                        "production: publish",
                        "presetCanaryZhejiang: left behind",
                        "presetCanaryHongKong: left behind"),
                actions(RequestFor.revision("18", "production"), MIXED));
    }

    @Test
    void canariesAreLeftBehindAlsoByAProductionThatIsUpToDate() throws GoalFailedException {
        assertEquals(
                List.of("production: up to date", "presetCanaryZhejiang: left behind"),
                actions(
                        RequestFor.revision("18", "production"),
                        running("staging=16", "production=18", "presetCanaryZhejiang=17")));
    }

    @ParameterizedTest
    @EnumSource
    void aCanaryOnTheWantedRevisionIsNotLeftBehind(LeftBehind choice) throws GoalFailedException {
        assertEquals(
                List.of("production: publish"),
                actions(
                        RequestFor.revision("17", "production").leftBehind(choice),
                        running("staging=18", "production=16", "presetCanaryZhejiang=17")));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBehindWhereProductionStays(LeftBehind choice) throws GoalFailedException {
        assertEquals(
                List.of("presetCanaryHongKong: publish", "staging: up to date"),
                actions(
                        RequestFor.revision("18", "presetCanaryHongKong", "staging")
                                .leftBehind(choice),
                        MIXED));
    }

    @Test
    void canariesLeftBehindMayBeIgnored() throws GoalFailedException {
        assertEquals(
                List.of("production: publish"),
                actions(RequestFor.revision("18", "production").leftBehind(LeftBehind.IGNORE), MIXED));
    }

    @Test
    void canariesLeftBehindMayBeAReasonToRefuse() {
        assertEquals(
                "Canary regions would keep different code than production: presetCanaryZhejiang (17),"
                        + " presetCanaryHongKong"
                        + " (nothing). Add these regions or 'all' to {environments}, or set {leftBehind} to warn"
                        + " or ignore.",
                refusal(RequestFor.revision("18", "production").leftBehind(LeftBehind.FAIL), MIXED));
    }

    @Test
    void withoutTheStateTheGivenRevisionIsPublishedToTheGivenEnvironments() throws GoalFailedException {
        Plan plan = Planner.blind(
                RequestFor.revision("18", "production", "nowhere").request(), Traffic.all(new CodeRevision("18")));

        assertEquals(
                "revision 18 of routine hello in production, nowhere",
                plan.calls(MadeUpService.OPEN, false).get(0).toString());
    }

    private static RoutineState keeping(RoutineState state, Revision... revisions) {
        return new RoutineState(state.live(), List.of(revisions));
    }

    private static String refusal(RequestFor request, RoutineState state) {
        return assertThrows(GoalFailedException.class, () -> Planner.plan(request.request(), state))
                .getMessage();
    }

    private static String revision(RequestFor request, RoutineState state) throws GoalFailedException {
        return Planner.plan(request.request(), state).revision().toString();
    }

    private static List<String> actions(RequestFor request, RoutineState state) throws GoalFailedException {
        return Planner.plan(request.request(), state).steps().stream()
                .map(step -> step.environment() + ": " + step.action())
                .toList();
    }
}
