// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {

    private static final CodeRevision SEVENTEEN = new CodeRevision("17");
    private static final RoutineName HELLO = new RoutineName("hello");

    @ParameterizedTest
    @CsvSource({
        "18, 18",
        "17:10+18:90, 18 (90 %) and 17 (10 %)",
        "17:50+100:50, 100 (50 %) and 17 (50 %)",
        "16:20+17:30+18:50, 18 (50 %) and 17 (30 %) and 16 (20 %)",
        "unstable, unstable",
        "'', nothing",
        "?, what is not known"
    })
    void wordsNameTheLargestShareFirstThenTheNewest(String live, String words) {
        assertEquals(words, FakeRoutines.live(live).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"18:99", "18:60+17:60", "18:100+17:0", "18:-1+17:101"})
    void sharesThatAreNotAHundredTogetherAreRefused(String shares) {
        assertThrows(IllegalArgumentException.class, () -> {
            Map<CodeRevision, Integer> map = new LinkedHashMap<>();
            for (String share : shares.split("\\+")) {
                map.put(new CodeRevision(share.split(":")[0]), Integer.valueOf(share.split(":")[1]));
            }
            new Traffic(map);
        });
    }

    @Test
    void trafficOfNoRevisionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Traffic(Map.of()));
    }

    @Test
    void theOrderOfTheSharesDoesNotMatter() {
        assertEquals(FakeRoutines.live("17:10+18:90"), FakeRoutines.live("18:90+17:10"));
        assertNotEquals(FakeRoutines.live("17:20+18:80"), FakeRoutines.live("18:90+17:10"));
        assertNotEquals(Live.NOTHING, Live.UNKNOWN);
    }

    @Test
    void onlyARevisionWithoutOthersRunsAlone() {
        assertEquals(Optional.of(SEVENTEEN), FakeRoutines.live("17").alone());
        for (String other : List.of("17:90+16:10", "unstable", "", "?")) {
            assertEquals(Optional.empty(), FakeRoutines.live(other).alone());
        }
    }

    @Test
    void aRevisionRunsWithAnyShare() {
        assertEquals(true, FakeRoutines.live("17").runs(SEVENTEEN));
        assertEquals(true, FakeRoutines.live("18:99+17:1").runs(SEVENTEEN));
        assertEquals(false, FakeRoutines.live("18").runs(SEVENTEEN));
        assertEquals(false, FakeRoutines.live("?").runs(SEVENTEEN));
        assertEquals(
                List.of(new Environment("production")),
                FakeRoutines.running("staging=18", "production=18:99+17:1").running(SEVENTEEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "two words", "<b>"})
    void codeWithoutANumberIsOneWord(String word) {
        assertThrows(IllegalArgumentException.class, () -> new UnnumberedCode(word));
    }

    @Test
    void anAnswerConfirmsARevisionThatHasAShareAndNoOther() throws CallFailedException {
        Traffic asked = FakeRoutines.live("18:90+17:10").traffic().orElseThrow();

        new PublishAnswer("A513734D", Optional.of("17")).confirm(asked);
        new PublishAnswer("A513734D", Optional.empty()).confirm(asked);
        CallFailedException refused = assertThrows(
                CallFailedException.class, () -> new PublishAnswer("A513734D", Optional.of("16")).confirm(asked));
        assertEquals("the service confirmed another revision, 16 (request id A513734D)", refused.getMessage());
        assertEquals(Reason.UNREADABLE, refused.reason());
    }

    @ParameterizedTest
    @CsvSource({"17, 17, true", "17, 16, false", "unstable, unstable, true", "nothing, '', false", "'', '', false"})
    void anAnswerShowsStagedCodeByItsWord(String named, String live, boolean names) {
        assertEquals(names, new PublishAnswer("A513734D", Optional.of(named)).names(FakeRoutines.live(live)));
    }

    @Test
    void anAnswerNamesNothingThatIsNotKnown() {
        assertEquals(false, new PublishAnswer("A513734D", Optional.of(Live.UNKNOWN.toString())).names(Live.UNKNOWN));
    }

    @Test
    void aCallWithSharesIsShownByTheSameSharesAlone() {
        Traffic asked = FakeRoutines.live("18:90+17:10").traffic().orElseThrow();
        PublishCall call = new PublishCall(HELLO, asked, List.of(new Environment("production")));

        assertEquals(true, call.isShownBy(FakeRoutines.running("production=17:10+18:90")));
        assertEquals(false, call.isShownBy(FakeRoutines.running("production=18")));
        assertThrows(IllegalStateException.class, call::revision);
    }
}
