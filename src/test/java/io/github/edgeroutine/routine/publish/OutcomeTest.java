// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    private static final ProbeResult DOWN = new ProbeResult(
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO),
            Optional.of("See {probes}."),
            Optional.empty());

    private final Outcome staging = outcome("staging", Optional.empty(), Verdict.PUBLISHED);
    private final Outcome production = outcome("production", Optional.empty(), Verdict.UP_TO_DATE);
    private final Outcome failed = outcome("presetCanaryHunan", Optional.of("It failed."), Verdict.NOT_PUBLISHED);

    @Test
    void onlyWhereNothingWasWrittenItTellsWhatIsUpToDate() {
        assertEquals(
                Map.of(new Environment("production"), live("17")),
                Outcome.together(List.of(staging, production, failed)).upToDate());
    }

    @Test
    void twoThatSucceededAreASuccessInTheEnvironmentsOfBoth() {
        Outcome both = Outcome.together(List.of(staging.probed(List.of(DOWN)), production));

        assertEquals(Optional.empty(), both.failure());
        assertEquals(
                List.of("staging: 16, then 17, published", "production: 16, then 17, up to date"),
                PublishFixture.places(both));
        assertEquals(List.of(DOWN), both.probes());
    }

    @Test
    void theRevisionOfOneIsKnownAndThatOfSeveralIsNot() {
        assertEquals(Optional.of(live("17")), Outcome.together(List.of(staging)).revision());
        assertEquals(
                Optional.empty(), Outcome.together(List.of(staging, production)).revision());
    }

    @Test
    void aFailedPartIsAFailureThatListsTheSuccessfulParts() {
        assertEquals(
                Optional.of("It failed. This was published: revision 17 of routine hello in staging."),
                Outcome.together(List.of(staging, production, failed)).failure());
    }

    @Test
    void otherWordsReachTheFailureAndTheProbes() {
        Outcome worded = failed.probed(List.of(DOWN))
                .failed("See {console}.")
                .worded(sentence -> sentence.replace("{console}", "the console").replace("{probes}", "<probes>"));

        assertEquals(Optional.of("See the console."), worded.failure());
        assertEquals(Optional.of("See <probes>."), worded.probes().get(0).flaw());
        assertEquals(failed.environments(), worded.environments());
    }

    @ParameterizedTest
    @CsvSource({"16, 17, true", "16, 16, false", "16, ?, true"})
    void anEnvironmentIsChangedIfSomethingElseRunsThere(String before, String after, boolean changed) {
        assertEquals(
                changed,
                new EnvironmentOutcome(
                                new Environment("staging"),
                                live(before),
                                Optional.of(live("17")),
                                live(after),
                                Verdict.UNKNOWN,
                                Optional.empty())
                        .isChanged());
    }

    private static Outcome outcome(String environment, Optional<String> failure, Verdict verdict) {
        return new Outcome(
                RequestFor.revision("17", environment).request(),
                Optional.of(live("17")),
                List.of(new EnvironmentOutcome(
                        new Environment(environment),
                        live("16"),
                        Optional.of(live("17")),
                        live("17"),
                        verdict,
                        Optional.empty())),
                failure);
    }

    private static Live live(String words) {
        return FakeRoutines.live(words);
    }
}
