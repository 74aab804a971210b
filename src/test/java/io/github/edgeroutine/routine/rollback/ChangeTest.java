// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.rollback.MemoryFixture.live;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run put 17 into an environment that ran 16; its end was not noted. */
class ChangeTest {

    private static final Change BEGUN = new Change(live("16"), live("16"), live("17"), false);

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, 17, 16 -> 17",
        "ACCEPTED, 17, 16 -> 17",
        "UP_TO_DATE, 17, 16 -> 17",
        "PUBLISHED, 18, 16 -> 17?",
        "NOT_PUBLISHED, 16, 16 -> 16",
        "NOT_PUBLISHED, 15, 16 -> 17?",
        "RESTORED, 16, 16 -> 16",
        "IN_PART, 17, 16 -> 17",
        "IN_PART, 15, 16 -> 17?",
        "UNKNOWN, ?, 16 -> 17?",
        "PLANNED, 16, 16 -> 17?",
        "LEFT_BEHIND, 16, 16 -> 17?"
    })
    void theEndOfAPublishSaysWhatHasBecomeOfItAsFarAsItIsKnown(Verdict verdict, String after, String words) {
        EnvironmentOutcome outcome = new EnvironmentOutcome(
                new Environment("staging"),
                live("16"),
                Optional.of(live("17")),
                live(after),
                verdict,
                Optional.empty());

        assertEquals(words, words(BEGUN.ended(outcome)));
    }

    /** It had put 17 there before it put 18 there. */
    @ParameterizedTest
    @CsvSource({
        "16, 16, 16 -> 17 -> 16",
        "16, 17, 16 -> 17 -> 18?",
        "17, 17, 16 -> 17 -> 17",
        "?, ?, what is not known -> 17 -> 17"
    })
    void theEndOfASecondWriteThatFailedSaysWhatItLeft(String before, String after, String words) {
        Change second = new Change(live(before.equals("?") ? "?" : "16"), live("17"), live("18"), false);
        EnvironmentOutcome outcome = new EnvironmentOutcome(
                new Environment("staging"),
                live(before),
                Optional.of(live("18")),
                live(after),
                Verdict.NOT_PUBLISHED,
                Optional.empty());

        assertEquals(words, words(second.ended(outcome)));
    }

    @ParameterizedTest
    @CsvSource({"17, true", "16, true", "18, false", "?, false"})
    void whatRunsThereIsWhatTheRunLeftIfItsWriteTookEffectOrDidNot(String runs, boolean left) {
        assertEquals(left, BEGUN.isLeft(live(runs)));
    }

    @ParameterizedTest
    @CsvSource({"17, true", "16, false"})
    void afterItsEndIsNotedTheRunLeftWhatItPutThere(String runs, boolean left) {
        assertEquals(left, BEGUN.carriedOut().isLeft(live(runs)));
    }

    @ParameterizedTest
    @CsvSource({"17, 16 -> 17", "16, 16 -> 16", "18, 16 -> 17?"})
    void aLookSaysWhatHasBecomeOfIt(String runs, String words) {
        assertEquals(words, words(BEGUN.settled(live(runs))));
    }

    @ParameterizedTest
    @CsvSource({"17, ? -> 17", "?, ? -> 17?"})
    void whereNobodyKnowsWhatRanBeforeALookCannotSayThatNothingChanged(String runs, String words) {
        Change unknown = new Change(live("?"), live("?"), live("17"), false);

        assertEquals(words.replace("? ->", "what is not known ->"), words(unknown.settled(live(runs))));
    }
}
