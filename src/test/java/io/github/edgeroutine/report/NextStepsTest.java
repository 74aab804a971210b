// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.rollback.MemoryFixture;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepsTest {

    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final String REPEAT = "Repair what failed, then repeat the build: mvn deploy";
    private static final String HERE = "Roll back, on this machine: mvn edge-routine:rollback {name=hello}";

    private final FakeRoutines account =
            new FakeRoutines(running("staging=15", "production=16", "presetCanaryZhejiang=16"));
    private RunMemory memory = RunMemory.none(new RoutineName("hello"));

    @Test
    void aPublishCanBeRolledBackOnThisMachineAndOnAnyMachine() {
        memory = MemoryFixture.run("staging: 15 -> 17", "production: 16 -> 17", "presetCanaryZhejiang: 16 -> 17");

        assertEquals(
                List.of(HERE, elsewhere("15", "staging"), elsewhere("16", "production,presetCanaryZhejiang")),
                next(RequestFor.revision("17", "staging", "production", "presetCanaryZhejiang")));
    }

    @Test
    void theMemoryOfOtherEnvironmentsDoesNotCount() {
        memory = MemoryFixture.run("staging: 15 -> 17");

        assertEquals(List.of(elsewhere("16", "production")), next(RequestFor.revision("17", "production")));
    }

    @Test
    void aRehearsalCanBeRolledBackOnlyOnThisMachine() {
        memory = MemoryFixture.run("production: 16 -> 17");
        ReportFixture publish = ReportFixture.of(RequestFor.revision("17", "production"), account);

        assertEquals(
                List.of(HERE),
                lines(NextSteps.of(publish.outcome(), memory, true, new ReportFixture.MadeUpCommands(List.of()))));
    }

    @Test
    void anEnvironmentThatWasEmptyCannotBeRolledBack() {
        FakeRoutines empty = new FakeRoutines(running("production="));

        assertEquals(
                List.of(),
                ReportFixture.of(RequestFor.revision("17", "production"), empty).next(memory));
    }

    @Test
    void anUpToDatePublishHasNoNextStep() {
        memory = MemoryFixture.run("staging: 14 -> 15");

        assertEquals(List.of(), next(RequestFor.revision("15", "staging")));
        assertEquals(List.of(), next(RequestFor.revision("15", "staging").dryRun()));
    }

    @Test
    void aDryRunOffersThePublish() {
        assertEquals(
                List.of("Publish this plan: mvn deploy -Dedge-routine.dryRun=false"),
                next(RequestFor.revision("17", "staging").dryRun()));
    }

    @Test
    void aFailedDryRunOffersTheSameBuild() {
        assertEquals(List.of(REPEAT), next(RequestFor.revision("17", "nowhere").dryRun()));
    }

    @Test
    void aFailureThatChangedNothingOffersNoRollback() {
        memory = MemoryFixture.run("production: 14 -> 16");
        account.writes(failsAfter(new CallFailedException("no", Reason.REFUSED, Effect.NONE, "Look.")));

        assertEquals(List.of(REPEAT), next(RequestFor.revision("17", "production")));
    }

    @Test
    void aRestoredPublishOffersNoRollback() {
        account.writes(failsAfter(LOST, "production"));

        assertEquals(
                List.of(REPEAT),
                next(RequestFor.revision("17", "production", "presetCanaryZhejiang")
                        .restoreOnFailure()));
    }

    @Test
    void aPartialFailureOffersARollbackOfWhatChanged() {
        memory = MemoryFixture.run("production: 16 -> 17");
        account.writes(failsAfter(LOST, "production"));

        assertEquals(
                List.of(HERE, elsewhere("16", "production"), REPEAT),
                next(RequestFor.revision("17", "production", "presetCanaryZhejiang")));
    }

    @Test
    void anUnknownOutcomeOffersTheStatusFirst() {
        account.looks(truth(), fails(LOST)).writes(failsAfter(LOST));

        assertEquals(
                List.of("See what is live: mvn edge-routine:status {name=hello}", REPEAT),
                next(RequestFor.revision("17", "production")));
    }

    @Test
    void aBuildWithOtherOptionsNamesThem() {
        ReportFixture failed = ReportFixture.of(RequestFor.revision("17", "nowhere"), account);
        ReportFixture.MadeUpCommands commands = new ReportFixture.MadeUpCommands(List.of("-Drevision", "-Dtoken"));

        assertEquals(
                List.of("Repair what failed, then repeat the build. Add these options again: -Drevision -Dtoken: mvn"
                        + " deploy"),
                lines(NextSteps.of(failed.outcome(), memory, false, commands)));
    }

    private static String elsewhere(String revision, String environments) {
        return "Roll back, on any machine: mvn edge-routine:rollback {name=hello, codeRevision=" + revision
                + ", environments=" + environments + "}";
    }

    private List<String> next(RequestFor request) {
        return lines(ReportFixture.of(request, account).next(memory));
    }

    private static List<String> lines(List<NextStep> steps) {
        return steps.stream()
                .map(step -> step.purpose() + ": " + step.command())
                .toList();
    }
}
