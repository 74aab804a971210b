// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTraitsTest {

    private static final Environment CANARY = new Environment("presetCanaryHunan");

    @Test
    void anOpenListMayHaveAnyEnvironment() {
        assertTrue(MadeUpService.OPEN.mayHave(CANARY.name()));
        assertTrue(MadeUpService.OPEN.mayHaveCanaries());
    }

    @Test
    void aFixedListHasNoOtherEnvironment() {
        assertFalse(MadeUpService.FIXED.mayHave(CANARY.name()));
        assertTrue(MadeUpService.FIXED.mayHave("staging"));
        assertFalse(MadeUpService.FIXED.mayHaveCanaries());
    }

    @Test
    void aFixedListMayNameCanaries() {
        ServiceTraits service = new ServiceTraits(
                "the console",
                "https://a.example",
                List.of(CANARY),
                OptionalInt.empty(),
                3,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());

        assertTrue(service.mayHaveCanaries());
    }

    @Test
    void tellsAnAbilityFromAnother() {
        assertTrue(MadeUpService.FIXED.can(Ability.SPLIT_TRAFFIC));
        assertFalse(MadeUpService.FIXED.can(Ability.STAGE_BY_UPLOAD));
    }

    @ParameterizedTest
    @CsvSource({"10, 9", "1, 0"})
    void aPruneLeavesRoom(int limit, int keep) {
        assertEquals(keep, keeping(limit, keep).defaultKeep());
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "5, 6", "10, -1"})
    void refusesANumberToKeepThatMakesNoRoom(int limit, int keep) {
        assertThrows(IllegalArgumentException.class, () -> keeping(limit, keep));
    }

    private static ServiceTraits keeping(int limit, int keep) {
        return new ServiceTraits(
                "the console",
                "https://a.example",
                List.of(),
                OptionalInt.of(limit),
                keep,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());
    }
}
