// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.MadeUpService;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    @Test
    void namesAreTidiedInTheOrderInWhichTheyWereWritten() {
        List<String> written =
                Arrays.asList(" production", null, "", "presetCanaryZhejiang ", "\n  production\n", "\t");

        assertEquals(
                new Targets(false, environments("production", "presetCanaryZhejiang")),
                Targets.parse(written, MadeUpService.OPEN));
    }

    @Test
    void allIsAWordAndNoEnvironment() {
        assertEquals(
                new Targets(true, environments("staging")),
                Targets.parse(List.of("staging", " all ", "all"), MadeUpService.OPEN));
        assertEquals(new Targets(true, List.of()), Targets.parse(List.of("all"), MadeUpService.OPEN));
    }

    @Test
    void blanksAreAsGoodAsNothing() {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> Targets.parse(Arrays.asList(" ", null, "\n"), MadeUpService.OPEN));

        assertEquals("is missing: name at least one environment, such as staging or production", refused.getMessage());
    }

    @Test
    void allInvalidNamesAreReportedTogether() {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> Targets.parse(List.of("Hong Kong", "staging", "production;staging"), MadeUpService.OPEN));

        assertEquals(
                "contains 'Hong Kong', 'production;staging', which are not valid environment names. Use staging,"
                        + " production or a canary region such as presetCanaryZhejiang",
                refused.getMessage());
    }

    @Test
    void targetsWithoutEnvironmentDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> new Targets(false, List.of()));
    }

    @Test
    void allIsProductionAndTheCanariesThatThereAre() {
        List<Environment> existing = environments("staging", "presetCanaryZhejiang", "production");

        assertEquals(
                environments("presetCanaryZhejiang", "production"),
                Targets.parse(List.of("all"), MadeUpService.OPEN).among(existing));
        assertEquals(
                environments("production", "staging", "presetCanaryZhejiang"),
                Targets.parse(List.of("production", "all", "staging"), MadeUpService.OPEN)
                        .among(existing));
    }

    @Test
    void whatIsNamedIsMeantEvenIfItDoesNotExist() {
        assertEquals(
                environments("nowhere"),
                Targets.parse(List.of("nowhere"), MadeUpService.OPEN).among(environments("staging")));
    }

    @ParameterizedTest
    @CsvSource({
        "staging, false",
        "production, true",
        "staging;presetCanaryZhejiang, true",
        "all, true",
        "all;staging, true"
    })
    void everythingButStagingReachesUsers(String names, boolean reaches) {
        assertEquals(
                reaches,
                Targets.parse(List.of(names.split(";")), MadeUpService.OPEN).reachUsers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "production;staging | production, staging",
                "all                | production and every canary",
                "staging;all        | production and every canary, staging"
            })
    void targetsReadLikeAPieceOfASentence(String names, String words) {
        assertEquals(
                words,
                Targets.parse(List.of(names.split(";")), MadeUpService.OPEN).toString());
    }

    @Test
    void aServiceWithAFixedListRefusesEveryOtherName() {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> Targets.parse(List.of("staging", "presetCanaryHunan", "all"), MadeUpService.FIXED));

        assertEquals(
                "contains 'presetCanaryHunan', which is not a valid environment name. Use staging or production"
                        + " (this service has no other environments)",
                refused.getMessage());
    }

    @Test
    void aServiceWithAFixedListGivesTheOrder() {
        assertEquals(
                "staging, production",
                Targets.parse(List.of("production", "staging"), MadeUpService.FIXED)
                        .toString());
    }

    @Test
    void allIsProductionAloneWhereThereAreNoCanaries() {
        assertEquals(
                new Targets(false, environments("production")), Targets.parse(List.of("all"), MadeUpService.FIXED));
        assertEquals(
                new Targets(false, environments("staging", "production")),
                Targets.parse(List.of("staging", "all"), MadeUpService.FIXED));
    }

    private static List<Environment> environments(String... names) {
        return Arrays.stream(names).map(Environment::new).toList();
    }
}
