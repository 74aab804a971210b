// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that a publication is made of. */
class PublishCallTest {

    @ParameterizedTest
    @ValueSource(strings = {"1620876959997924701", "123456", "0001", "99999999999999999999999999"})
    void aRevisionIsDigitsOfAnyUsualLengthAndKeepsEachOfThem(String digits) {
        assertEquals(digits, new CodeRevision(digits).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "-5", "1.6E18", "16 20", "１６２０", "1620876959997924701L"})
    void aTextWithoutDigitsIsNotARevision(String text) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new CodeRevision(text));

        assertEquals(
                "'" + text + "' is not a code revision: use digits, such as 1620876959997924701", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hong Kong", "a\"b", "production;staging", "["})
    void anImpossibleNameIsNotAnEnvironment(String text) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new Environment(text));

        assertEquals("'" + text + "' cannot be the name of an environment", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "presetCanaryHongKong", "Hong-Kong", "Preset_Canary_Zhejiang"})
    void everySpellingThatTheDocumentsUseIsAnEnvironment(String text) {
        assertEquals(text, new Environment(text).name());
    }

    @Test
    void aPublicationWithoutEnvironmentDoesNotExist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PublishCall(new RoutineName("hello"), new CodeRevision("1"), List.of()));
    }

    @Test
    void whereTheServiceTakesSeveralEnvironmentsEachTrafficIsACall() {
        assertEquals(
                List.of(
                        "revision 17 of routine hello in production, presetCanaryHunan",
                        "revision 16 (60 %) and 17 (40 %) of routine hello in staging"),
                calls(MadeUpService.OPEN, "production=17", "staging=17:40+16:60", "presetCanaryHunan=17"));
    }

    @Test
    void whereTheServiceTakesOneEnvironmentACallItsOrderCounts() {
        assertEquals(
                List.of(
                        "revision 17 of routine hello in staging",
                        "revision 17 of routine hello in production",
                        "revision 17 of routine hello in presetCanaryHunan"),
                calls(MadeUpService.FIXED, "presetCanaryHunan=17", "production=17", "staging=17"));
    }

    private static List<String> calls(ServiceTraits service, String... places) {
        Map<Environment, Traffic> wanted = new LinkedHashMap<>();
        FakeRoutines.running(places)
                .live()
                .forEach((environment, live) ->
                        wanted.put(environment, live.traffic().orElseThrow()));
        return PublishCall.of(new RoutineName("hello"), wanted, service).stream()
                .map(PublishCall::toString)
                .toList();
    }
}
