// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruneRequestTest {

    @Test
    void whatTheUserSaysIsKept() {
        assertEquals(0, keeping(OptionalInt.of(0)).keep(MadeUpService.FIXED, state(OptionalInt.of(20))));
    }

    @Test
    void theServiceSaysHowManyAreKeptIfTheUserDoesNot() {
        assertEquals(5, keeping(OptionalInt.empty()).keep(MadeUpService.OPEN, state(OptionalInt.of(10))));
        assertEquals(3, keeping(OptionalInt.empty()).keep(MadeUpService.FIXED, state(OptionalInt.empty())));
    }

    @ParameterizedTest
    @CsvSource({"20, 18", "5, 3", "2, 1"})
    void whereTheAccountSaysHowManyThereIsRoomForAnUpload(int limit, int kept) {
        assertEquals(kept, keeping(OptionalInt.empty()).keep(MadeUpService.FIXED, state(OptionalInt.of(limit))));
    }

    private static PruneRequest keeping(OptionalInt given) {
        return new PruneRequest(new RoutineName("hello"), given, false);
    }

    private static RoutineState state(OptionalInt limit) {
        return new RoutineState(Map.of(), List.of(), Map.of(), Set.of(), false, limit);
    }
}
