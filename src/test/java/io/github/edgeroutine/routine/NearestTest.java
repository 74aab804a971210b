// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final List<String> ENVIRONMENTS =
            List.of("staging", "production", "presetCanaryZhejiang", "presetCanaryHongKong");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "presetCanaryHongkong",
                "preset-canary-hong-kong",
                "Preset_Canary_HongKong",
                "PRESET.CANARY.HONG.KONG",
                "presetCanaryHonKong"
            })
    void everySpellingOfARegionsCanaryLeadsToIt(String written) {
        assertEquals(
                "Did you mean presetCanaryHongKong?",
                Nearest.hint(written, ENVIRONMENTS).split("(?<=\\?) ")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HongKong", "Hong-Kong"})
    void aRegionWithoutItsPrefixLeadsToItsCanary(String written) {
        String hint = Nearest.hint(written, ENVIRONMENTS);

        assertTrue(hint.startsWith("Did you mean presetCanaryHongKong? There are: presetCanaryHongKong, "), hint);
    }

    @ParameterizedTest
    @CsvSource({"Staging, staging", "stagin, staging", "prodution, production", "Production, production"})
    void aTypingErrorLeadsToTheExistingName(String written, String meant) {
        assertEquals(meant, Nearest.sort(written, ENVIRONMENTS).get(0));
        assertTrue(
                Nearest.hint(written, ENVIRONMENTS).startsWith("Did you mean " + meant + "? "),
                Nearest.hint(written, ENVIRONMENTS));
    }

    @Test
    void whatExistsIsListedNearestFirstAndAsItIsSpelled() {
        assertEquals(
                "Did you mean Shop_2? There are: Shop_2, shop-21, shopping, weblog.",
                Nearest.hint("shop2", List.of("weblog", "shopping", "shop-21", "Shop_2")));
    }

    @Test
    void equallyNearNamesKeepTheirOrder() {
        assertEquals(
                List.of("shop-b", "shop-a", "shop-cc"), Nearest.sort("shop-x", List.of("shop-cc", "shop-b", "shop-a")));
    }

    @ParameterizedTest
    @CsvSource({"sho, 1", "shopa, 1", "sxop, 1", "shopabc, 3"})
    void oneOrTwoSlipsAreNearAndThreeInAShortNameAreNot(String existing, int slips) {
        boolean near = Nearest.hint("shop", List.of(existing)).startsWith("Did you mean ");

        assertEquals(slips <= 2, near);
    }

    @Test
    void nothingIsSuggestedWhereNothingIsNear() {
        assertEquals("There are: staging, production.", Nearest.hint("london", List.of("staging", "production")));
    }

    @Test
    void threeLettersAtTheEndOfANameAreNotTheName() {
        assertEquals("There are: production.", Nearest.hint("ion", List.of("production")));
    }

    @ParameterizedTest
    @CsvSource({"stagin, staging", "sTaging, staging", "Hong-Kong, presetCanaryHongKong"})
    void anotherSpellingOfAnEnvironmentIsFound(String written, String existing) {
        assertEquals(Optional.of(existing), Nearest.otherSpelling(written, ENVIRONMENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "presetCanaryHongKon", "stage"})
    void anExistingOrDifferentNameIsNotAnotherSpelling(String written) {
        assertEquals(Optional.empty(), Nearest.otherSpelling(written, ENVIRONMENTS));
    }

    @Test
    void theSameNameMayHaveOtherCapitalsAndSigns() {
        assertEquals(Optional.of("codeRevision"), Nearest.same("code-revision", List.of("name", "codeRevision")));
        assertEquals(Optional.empty(), Nearest.same("codeRevisions", List.of("name", "codeRevision")));
    }

    @ParameterizedTest
    @CsvSource({"code, codeRevision", "nane, name", "--, name"})
    void aNameWithThisBeginningComesBeforeTheNearestName(String written, String meant) {
        assertEquals(meant, Nearest.meant(written, List.of("name", "mode", "codeRevision")));
    }

    @Test
    void theHintSaysThatThereAreNoNames() {
        assertEquals("It has none.", Nearest.hint("shop", List.of()));
    }

    @Test
    void aVeryShortNameIsNotNearToOneThatHasNothingOfIt() {
        assertEquals("There are: b2.", Nearest.hint("xy", List.of("b2")));
    }
}
