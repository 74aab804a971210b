// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final String LONG = "1620876959997924701";

    private final FakeRoutines account = new FakeRoutines(FakeRoutines.running(
            "staging=" + LONG, "production=unstable", "presetCanaryZhejiang=16", "presetCanaryHongKong="));

    @Test
    void aPlanShowsWhatRunsWhatIsWantedAndTheAction() {
        assertEquals("""
                Routine hello, revision 1620876959997924701:
                  environment           live now             wanted
                  staging               1620876959997924701  1620876959997924701  up to date
                  production            unstable             1620876959997924701  publish
                  presetCanaryHongKong  -                    1620876959997924701  publish
                  presetCanaryZhejiang  16                   -                    left behind
                """, plan(RequestFor.revision(LONG, "staging", "production", "presetCanaryHongKong")));
    }

    @Test
    void aPlanHasQuestionMarksIfTheStateCannotBeRead() {
        account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals("""
                Routine hello, revision 17:
                  environment  live now  wanted
                  staging      ?         17      publish
                  production   ?         17      publish
                """, plan(RequestFor.revision("17", "staging", "production")));
    }

    @Test
    void aRolloutShowsItsStepsBelowTheTable() {
        assertEquals(
                """
                Routine hello, revision 17:
                  environment           live now             wanted
                  staging               1620876959997924701  17      publish
                  presetCanaryZhejiang  16                   17      publish
                  presetCanaryHongKong  -                    17      publish
                  step 1 of 2: presetCanaryZhejiang 17, presetCanaryHongKong 17; then a pause of 30 s
                  step 2 of 2: staging 17
                """,
                plan(RequestFor.revision("17", "staging", "presetCanaryZhejiang", "presetCanaryHongKong")
                        .rollout("presetCanaryZhejiang presetCanaryHongKong pause 30", "staging")));
    }

    @Test
    void theStepsOfSeveralModulesHaveTheNameOfTheRoutine() {
        Plan hello = planOf(RequestFor.revision("17", "staging", "presetCanaryZhejiang")
                .rollout("presetCanaryZhejiang", "staging"));

        List<String> lines = Table.of(List.of(hello, of("shop", planOf(RequestFor.revision("16", "staging")))));

        assertEquals(
                List.of("  hello  step 1 of 2: presetCanaryZhejiang 17", "  hello  step 2 of 2: staging 17"),
                lines.subList(lines.size() - 2, lines.size()));
    }

    @Test
    void thePlansOfSeveralModulesAreOneTable() {
        Plan hello = planOf(RequestFor.revision("17", "staging"));
        Plan shop = of("shop", hello);

        assertEquals("""
                The publishes of this build:
                  routine  environment  live now             wanted
                  hello    staging      1620876959997924701  17      publish
                  shop     staging      1620876959997924701  17      publish
                """, text(Table.of(List.of(hello, shop))));
        assertEquals(Table.of(hello), Table.of(List.of(hello)));
    }

    @Test
    void severalPlansOfOneRoutineAreOneTable() {
        Plan staging = planOf(RequestFor.revision("17", "staging"));
        Plan production = planOf(RequestFor.revision("16", "production").leftBehind(LeftBehind.IGNORE));

        assertEquals("""
                Routine hello:
                  environment  live now             wanted
                  staging      1620876959997924701  17      publish
                  production   unstable             16      publish
                """, text(Table.of(List.of(staging, production))));
    }

    private static Plan of(String routine, Plan plan) {
        return new Plan(new RoutineName(routine), plan.revision(), plan.steps().subList(0, 1), true);
    }

    @Test
    void aLineHasFiftyWordsAtMost() {
        List<String> words = Collections.nCopies(51, "a");

        assertEquals("a a a", Table.few(words.subList(0, 3)));
        assertEquals(String.join(" ", words.subList(0, 50)), Table.few(words.subList(0, 50)));
        assertEquals(String.join(" ", words.subList(0, 50)) + " and 1 more", Table.few(words));
    }

    @Test
    void anOutcomeShowsWhatRunsNow() {
        assertEquals("""
                  staging               1620876959997924701  up to date
                  production            1620876959997924701  published
                  presetCanaryHongKong  1620876959997924701  published
                  presetCanaryZhejiang  16                   left behind
                """, outcome(RequestFor.revision(LONG, "staging", "production", "presetCanaryHongKong")));
    }

    @Test
    void aDryRunShowsWhatRunsNow() {
        assertEquals("""
                  production            unstable  to be published
                  presetCanaryZhejiang  16        to be published
                  presetCanaryHongKong  -         to be published
                """, outcome(RequestFor.revision("17", "all").dryRun()));
    }

    @Test
    void aPublishThatCannotBeReadBackShowsWhatWasConfirmed() {
        account.looks(fails(failure(Reason.DENIED, Effect.NONE)), fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals("""
                  staging     17  accepted, not read back
                  production  17  accepted, not read back
                """, outcome(RequestFor.revision("17", "staging", "production")));
    }

    @Test
    void aPartialPublishShowsWhereItWasPublished() {
        account.writes(failsAfter(failure(Reason.GENERAL, Effect.UNKNOWN), "presetCanaryHongKong"));

        assertEquals("""
                  presetCanaryZhejiang  16  not published
                  presetCanaryHongKong  17  published
                """, outcome(RequestFor.revision("17", "presetCanaryZhejiang", "presetCanaryHongKong")));
    }

    @Test
    void anUnknownStateIsShownAsAQuestionMark() {
        account.looks(truth(), fails(failure(Reason.DENIED, Effect.NONE)))
                .writes(failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN)));

        assertEquals("""
                  presetCanaryZhejiang  ?  not known
                """, outcome(RequestFor.revision("17", "presetCanaryZhejiang")));
    }

    @Test
    void aRefusedPublishHasNoTable() {
        assertEquals("", outcome(RequestFor.revision("17", "nowhere")));
    }

    private String plan(RequestFor request) {
        return text(Table.of(planOf(request)));
    }

    private Plan planOf(RequestFor request) {
        return ReportFixture.of(request, account).plans().get(0);
    }

    private String outcome(RequestFor request) {
        return text(Table.of(ReportFixture.of(request, account).outcome()));
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
