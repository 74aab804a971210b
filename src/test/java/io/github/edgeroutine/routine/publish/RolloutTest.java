// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Rollout.EnvironmentStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutTest {

    @Test
    void stepsEndWithTheWholeRevision() {
        assertEquals(
                List.of(
                        new ShareStep(10, Duration.ofSeconds(30)),
                        new ShareStep(50, Duration.ZERO),
                        new ShareStep(100, Duration.ZERO)),
                steps("10 pause 30", "50").steps());
    }

    @Test
    void aLastStepOfAHundredPercentKeepsItsPause() {
        assertEquals(
                List.of(new ShareStep(10, Duration.ZERO), new ShareStep(100, Duration.ofSeconds(5))),
                steps("10", "100 pause 5").steps());
    }

    @Test
    void aShareStays() {
        assertEquals(1, Rollout.share(1).percent());
        assertEquals(10, Rollout.share(10).percent());
        assertEquals(100, steps("10").percent());
        assertEquals(100, steps("staging", "production").percent());
    }

    @Test
    void tellsWhetherRequestsAreShared() {
        assertTrue(Rollout.share(99).splits());
        assertTrue(steps("10").splits());
        assertFalse(Rollout.AT_ONCE.splits());
        assertFalse(steps("staging", "production").splits());
    }

    @Test
    void theStepsNameTheEnvironments() {
        assertEquals(Optional.empty(), steps("10").targets());
        assertEquals(
                "production and every canary, staging, presetCanaryHunan",
                steps("staging", "presetCanaryHunan", "all")
                        .targets()
                        .orElseThrow()
                        .toString());
    }

    @Test
    void itsTimeIsThatOfAllStepsAndAllPauses() {
        assertEquals(
                Duration.ofSeconds(3 * 60 + 30 + 10),
                steps("10 pause 30", "50 pause 10").longest(Duration.ofMinutes(1)));
        assertEquals(Duration.ofMinutes(1), Rollout.AT_ONCE.longest(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10; 10                | has a step of 10 percent after one of 10: the share of each step must be larger than the share before it
                    50; 10                | has a step of 10 percent after one of 50: the share of each step must be larger than the share before it
                    10; production        | mixes steps with percent and steps with environments: use the same element in all steps
                    production; 10        | mixes steps with percent and steps with environments: use the same element in all steps
                    staging; all staging  | names staging in two steps
                    0                     | is 0 percent, but must be from 1 to 100
                    101                   | is 101 percent, but must be from 1 to 100
                    10 pause -1           | has a pause below zero
                    production pause -1   | has a pause below zero
                    """)
    void whatDoesNotGoTogetherIsRefused(String written, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> steps(written.split("; ")))
                        .getMessage());
    }

    @Test
    void aRolloutNeedsAStep() {
        assertEquals(
                "has no step",
                assertThrows(IllegalArgumentException.class, () -> steps()).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void aShareIsFromOneToOneHundredPercent(int percent) {
        assertEquals(
                "is " + percent + " percent, but must be from 1 to 100",
                assertThrows(IllegalArgumentException.class, () -> Rollout.share(percent))
                        .getMessage());
    }

    @Test
    void aRequestNamesTheEnvironmentsOfTheSteps() {
        RequestFor other = RequestFor.revision("17", "staging").rollout("staging", "production");

        assertEquals(
                "names staging, but the steps of the rollout name staging, production: remove this element, or name the same"
                        + " environments",
                assertThrows(IllegalArgumentException.class, other::request).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    production staging        | staging; production
                    all                       | presetCanaryHunan; all
                    all production            | presetCanaryHunan; all
                    """)
    void theOrderOfTheRequestDoesNotCount(String environments, String steps) {
        RequestFor same = RequestFor.revision("17", environments.split(" ")).rollout(steps.split("; "));

        assertEquals(2, same.request().rollout().steps().size());
    }

    @Test
    void whatRanBeforeWithItsSharesComesBackAtOnce() {
        RequestFor shares = RequestFor.choice(
                        RevisionChoice.of(
                                FakeRoutines.live("17:10+16:90").traffic().orElseThrow()),
                        "production")
                .percent(10);

        assertEquals(
                "revisions that have shares cannot get other shares",
                assertThrows(IllegalArgumentException.class, shares::request).getMessage());
    }

    @Test
    void theRequestTellsTheShare() {
        assertEquals(
                "revision 17 (10 %) of routine hello in production",
                RequestFor.revision("17", "production").percent(10).request().toString());
        assertEquals(
                "the latest revision of routine hello in production",
                RequestFor.revision("latest", "production")
                        .rollout("10")
                        .request()
                        .toString());
    }

    private static Rollout steps(String... steps) {
        return Rollout.inSteps(Stream.of(steps).map(RequestFor::step).toList());
    }

    @Test
    void environmentStepsHaveNoImpliedEnd() {
        assertTrue(steps("staging", "production").steps().stream().allMatch(EnvironmentStep.class::isInstance));
        assertEquals(2, steps("staging", "production").steps().size());
    }
}
