// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.OddRpcAnswer;
import io.github.edgeroutine.simulator.Simulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The received form of each unusual answer. */
class OddDcdnAnswerTest {

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.ensure("shop", "3", "a".getBytes(UTF_8), List.of());
        account.ensure("shop", "2", List.of());
        account.publish("shop", "1", List.of("production"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    EMPTY_CODE_REV        | "staging":{"SpecName":"50ms","AllowedHosts":[],"CodeRev":""}
                    NUMBERS_FOR_REVISIONS | {"CodeRevision":1,
                    NUMBERS_FOR_REVISIONS | "CodeRev":1,
                    CREATE_TIME           | {"CodeRevision":"1","CodeDescription":"","CreateTime":"
                    MISSING_LISTS         | "staging":{"SpecName":"50ms"}
                    NULL_LISTS            | "staging":{"SpecName":"50ms","AllowedHosts":null}
                    CODE_OF_SUCCESS       | ,"Code":"200",
                    QUOTED_DESCRIPTIONS   | {"CodeRevision":"1","CodeDescription":"IiI=",
                    """)
    void changesTheDescriptionOfARoutine(String name, String text) throws Exception {
        assertFalse(describe().contains(text), describe());
        simulator.answerOddly(odd(name));
        assertTrue(describe().contains(text), describe());
        simulator.answerOddly();
        assertFalse(describe().contains(text), describe());
    }

    @Test
    void xmlHasAnEmptyElementForNull() throws Exception {
        simulator.answerOddly(OddRpcAnswer.NULL_LISTS);
        String xml = caller.call("DescribeRoutine", Map.of("Name", "shop"), system -> system.put("Format", "XML"))
                .body();
        assertTrue(xml.contains("<staging><SpecName>50ms</SpecName><AllowedHosts></AllowedHosts></staging>"), xml);
    }

    @ParameterizedTest
    @CsvSource({"OLDEST_FIRST, 321", "SHUFFLED, 312"})
    void changesTheOrderOfRevisions(String name, String order) throws Exception {
        assertEquals("123", order());
        simulator.answerOddly(odd(name));
        assertEquals(order, order());
    }

    @Test
    void listsStagedCodeAmongTheRevisions() throws Exception {
        simulator.answerOddly(OddDcdnAnswer.UNSTABLE_IN_LIST);
        assertEquals("123", order());
        new CodeUploads(caller).stage("shop");
        assertEquals("123unstable", order());
    }

    @Test
    void changesTheEncodingOfCode() throws Exception {
        assertEquals("YQ==", code());
        simulator.answerOddly(OddDcdnAnswer.QUOTED_CODE);
        assertEquals("ImEi", code());
        simulator.answerOddly(OddDcdnAnswer.PLAIN_CODE);
        assertEquals("a", code());
        account.ensure("shop", "3", "a".repeat(60).getBytes(UTF_8), List.of());
        simulator.answerOddly(OddDcdnAnswer.MIME);
        assertEquals("YWFh".repeat(19) + "\r\n" + "YWFh", code());
    }

    private static OddAnswer odd(String name) {
        return Stream.of(OddRpcAnswer.values(), OddDcdnAnswer.values())
                .flatMap(Stream::<Enum<?>>of)
                .filter(each -> each.name().equals(name))
                .map(OddAnswer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String order() throws Exception {
        StringBuilder order = new StringBuilder();
        Caller.json(caller.call("DescribeRoutine", Map.of("Name", "shop")))
                .getAsJsonObject("Content")
                .getAsJsonArray("CodeRevs")
                .forEach(each ->
                        order.append(each.getAsJsonObject().get("CodeRevision").getAsString()));
        return order.toString();
    }

    private String describe() throws Exception {
        return caller.call("DescribeRoutine", Map.of("Name", "shop")).body();
    }

    private String code() throws Exception {
        return Caller.json(
                        caller.call("DescribeRoutineCodeRevision", Map.of("Name", "shop", "SelectCodeRevision", "3")))
                .getAsJsonObject("Content")
                .get("ErCode")
                .getAsString();
    }
}
