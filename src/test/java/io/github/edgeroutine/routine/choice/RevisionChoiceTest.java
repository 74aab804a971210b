// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionChoiceTest {

    @Test
    void aRevisionIsChosenByNumberByAgeOrByWhereItRuns() {
        assertEquals(
                new RevisionChoice.Exactly(new CodeRevision("1620876959997924701")),
                RevisionChoice.parse("1620876959997924701", MadeUpService.OPEN));
        assertEquals(new RevisionChoice.Latest(), RevisionChoice.parse("latest", MadeUpService.OPEN));
        assertEquals(
                new RevisionChoice.LiveIn(new Environment("presetCanaryHongKong")),
                RevisionChoice.parse("@presetCanaryHongKong", MadeUpService.OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        "1620876959997924701, revision 1620876959997924701",
        "latest, the latest revision",
        "@staging, the revision that staging runs"
    })
    void aChoiceReadsLikeAPieceOfASentence(String text, String words) {
        assertEquals(words, RevisionChoice.parse(text, MadeUpService.OPEN).toString());
    }

    @Test
    void whatRanBeforeAndWhatIsToComeReadLikeAPieceOfASentenceToo() {
        assertEquals("revision 17", RevisionChoice.of(shares("17")).toString());
        assertEquals(
                "revision 16 (90 %) and 17 (10 %)",
                RevisionChoice.of(shares("16:90+17:10")).toString());
        assertEquals("the new revision", new RevisionChoice.ToCome().toString());
    }

    private static Traffic shares(String words) {
        return FakeRoutines.live(words).traffic().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "LATEST", "latest ", "", "staging", "17@staging"})
    void anyOtherWordIsNotARevision(String text) {
        assertEquals("'" + text + "' is not a code revision: use digits, such as 1620876959997924701", refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " staging", "Hong Kong", "@staging"})
    void whatFollowsTheAtSignIsAnEnvironment(String name) {
        assertEquals(
                "'" + name + "' is not a valid environment name. Use staging, production or a canary region such as"
                        + " presetCanaryZhejiang",
                refusal("@" + name));
    }

    @Test
    void whereTheListIsFixedAnotherEnvironmentIsRefused() {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> RevisionChoice.parse("@presetCanaryHunan", MadeUpService.FIXED));

        assertEquals(
                "'presetCanaryHunan' is not a valid environment name. Use staging or production (this service has"
                        + " no other environments)",
                refused.getMessage());
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> RevisionChoice.parse(text, MadeUpService.OPEN))
                .getMessage();
    }
}
