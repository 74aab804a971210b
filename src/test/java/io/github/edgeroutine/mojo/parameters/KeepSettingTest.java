// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.ServiceTraits;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KeepSettingTest {

    @Test
    void theNumberIsOptional() {
        assertEquals(OptionalInt.empty(), new KeepSetting(null, MadeUpService.OPEN).number());
    }

    @Test
    void moreThanTheServiceKeepsCannotBeKept() {
        assertEquals(OptionalInt.of(10), new KeepSetting("10", MadeUpService.OPEN).number());
        assertEquals("is 11, but must be from 0 to 10", refusal("11", MadeUpService.OPEN));
    }

    @Test
    void anyNumberIsAllowedIfTheLimitOfTheServiceIsNotKnown() {
        assertEquals(OptionalInt.of(1000), new KeepSetting("1000", MadeUpService.FIXED).number());
        assertEquals("is 1001, but must be from 0 to 1000", refusal("1001", MadeUpService.FIXED));
    }

    @Test
    void anEmptyTextIsRefused() {
        assertEquals("is empty, but must be a number from 0 to 10", refusal("", MadeUpService.OPEN));
    }

    private static String refusal(String written, ServiceTraits service) {
        return assertThrows(IllegalArgumentException.class, new KeepSetting(written, service)::number)
                .getMessage();
    }
}
