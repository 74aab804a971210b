// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SerialNumbersTest {

    @Test
    void eachNumberIsLargerEvenIfTheClockStandsStill() {
        SerialNumbers numbers = SerialNumbers.ofTheClock();
        String before = numbers.next(List.of());
        for (int count = 0; count < 1000; count++) {
            String id = numbers.next(List.of());
            assertTrue(id.matches("[0-9]{19}") && id.compareTo(before) > 0, id);
            before = id;
        }
        assertEquals("5000000000000000001", numbers.next(List.of("5000000000000000000", "x")));
        assertEquals("5000000000000000002", numbers.next(List.of()));
    }

    @Test
    void numbersFromAGivenOneAreConsecutive() {
        SerialNumbers numbers = SerialNumbers.from(5);
        assertEquals("5", numbers.next(List.of()));
        assertEquals("6", numbers.next(List.of("2")));
        assertEquals("10", numbers.next(List.of("9")));
    }
}
