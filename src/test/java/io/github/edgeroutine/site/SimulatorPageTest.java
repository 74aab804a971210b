// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.simulator.OddRpcAnswer;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.OddDcdnAnswer;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import io.github.edgeroutine.simulator.esa.OddEsaAnswer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the simulator lists what a user can ask it for. */
class SimulatorPageTest {

    @Test
    void listsEveryOddAnswerAndNoOther() {
        Set<String> known = Stream.of(OddRpcAnswer.values(), OddDcdnAnswer.values(), OddEsaAnswer.values())
                .flatMap(Stream::of)
                .map(each -> ((Enum<?>) each).name())
                .collect(toCollection(TreeSet::new));
        Set<String> listed = Page.of("simulator.md").codeSpans().stream()
                .filter(span -> span.matches("[A-Z_0-9]{3,}"))
                .collect(toCollection(TreeSet::new));
        assertEquals(known, listed);
    }

    @Test
    void listsEveryOperationAndNoOther() {
        assertEquals(new TreeSet<>(new DcdnAccount().service().operations().keySet()), operations("DCDN"));
        assertEquals(
                new TreeSet<>(
                        new EsaAccount(EsaPlan.FREE).service().operations().keySet()),
                operations("ESA"));
    }

    private static Set<String> operations(String service) {
        String row = Page.of("simulator.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| " + service + " | `CreateRoutine`"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("`(\\w+)`")
                .matcher(row)
                .results()
                .map(each -> each.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
