// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommaListTest {

    @Test
    void showsEveryOneOfAsManyEnvironmentsAsThereAre() {
        assertEquals("", CommaList.of(List.of()));
        assertEquals("a, b, c", CommaList.of(List.of("a", "b", "c")));
        assertTrue(CommaList.of(names(50)).endsWith(", 49"));
    }

    @Test
    void countsTheRestOfAnAbsurdList() {
        assertTrue(CommaList.of(names(1_000_000)).endsWith(", 49 and 999950 more"));
    }

    @Test
    void aHintListsTheNearestOfFarTooMany() {
        String hint = Nearest.hint("1234", names(40_000));

        assertTrue(hint.startsWith("Did you mean 1234? There are: 1234, "), hint);
        assertTrue(hint.endsWith(" and 39950 more."), hint);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
