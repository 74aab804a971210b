// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.Simulator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The received form of each unusual answer. */
class OddEsaAnswerTest {

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension();

    private final EsaAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @BeforeEach
    void fill() throws Exception {
        calls.answer("CreateRoutine", "Name", "shop", "Description", "a");
        account.ensure("shop", "1", List.of());
        account.ensure("shop", "2", List.of());
        account.ensure("shop", "3", new byte[] {'h'});
        account.publish("shop", "1", List.of("production"));
        account.ensure("blog", List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    NULL_CODE_DEPLOY          | GetRoutine              | {"Env":"staging","CodeDeploy":null}
                    EMPTY_CODE_DEPLOY         | GetRoutine              | {"Env":"staging","CodeDeploy":{"CodeVersions":[]}}
                    CODE_VERSION_IN_ENVS      | GetRoutine              | {"Env":"production","CodeVersion":"1"}
                    NUMBERS_FOR_TEXT          | GetRoutine              | {"CodeVersion":1,
                    NUMBERS_FOR_TEXT          | GetRoutine              | "DeployId":589267,
                    NUMBERS_FOR_TEXT          | ListRoutineCodeVersions | {"CodeVersion":3,
                    NUMBERS_FOR_TEXT          | ListEdgeRoutinePlans    | "ErRoutineCodeVersionQuota":5,
                    TEXT_FOR_NUMBERS          | GetRoutine              | "Percentage":"100"
                    TEXT_FOR_NUMBERS          | ListRoutineCodeVersions | "TotalCount":"3"
                    UNSTABLE_IN_LIST          | ListRoutineCodeVersions | {"CodeVersion":"unstable"}
                    UNSTABLE_IN_STAGING       | GetRoutine              | {"CodeVersion":"unstable","Percentage":100}
                    PLAIN_ROUTINE_DESCRIPTION | GetRoutine              | "Description":"a"
                    NO_PADDING                | GetRoutine              | "Description":"YQ"
                    NO_PADDING                | GetRoutineCodeVersion   | "RoutineCode":"aA"
                    NANOSECONDS               | GetRoutine              | .883361712Z","Strategy"
                    NANOSECONDS               | ListRoutineCodeVersions | .883361712Z"
                    NO_PLANS                  | ListEdgeRoutinePlans    | "PlanInfo":[]
                    TWO_PLANS                 | ListEdgeRoutinePlans    | "ErRoutineCodeVersionQuota":"20"
                    """)
    void addsToAnAnswer(OddEsaAnswer way, String action, String text) throws Exception {
        assertFalse(text(action).contains(text), text(action));
        simulator.answerOddly(way);
        assertTrue(text(action).contains(text), text(action));
        simulator.answerOddly();
        assertFalse(text(action).contains(text), text(action));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_STATUS, ListRoutineCodeVersions, Status",
        "NO_STATUS, GetRoutineCodeVersionInfo, Status",
        "NO_DEPLOY_ENV, ListRoutineCodeVersions, HasEnvVars",
        "NO_DEPLOY_ENV, ListRoutineCodeVersions, DeployEnv"
    })
    void removesAMember(OddEsaAnswer way, String action, String name) throws Exception {
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        calls.answer("CommitRoutineStagingCode", "Name", "shop", "DeployEnv", "staging");
        String text = "\"" + name + "\":";
        assertTrue(text(action).contains(text), text(action));
        simulator.answerOddly(way);
        assertFalse(text(action).contains(text), text(action));
    }

    @Test
    void removesTheEnvironmentsOnlyIfNothingRuns() throws Exception {
        simulator.answerOddly(OddEsaAnswer.NO_ENVS);
        assertTrue(text("GetRoutine").contains("\"Envs\""));
        assertFalse(calls.answer("GetRoutine", "Name", "blog").has("Envs"));
    }

    @Test
    void shufflesLists() throws Exception {
        account.deploy("shop", "production", Map.of("1", 100));
        assertEquals("321", found("ListRoutineCodeVersions", "\"CodeVersion\":\"(.*?)\""));
        assertEquals("productionstaging", found("GetRoutine", "\"Env\":\"(.*?)\""));
        assertEquals("shopblog", found("ListUserRoutines", "\"RoutineName\":\"(.*?)\""));
        simulator.answerOddly(OddEsaAnswer.SHUFFLED);
        assertEquals("132", found("ListRoutineCodeVersions", "\"CodeVersion\":\"(.*?)\""));
        assertEquals("stagingproduction", found("GetRoutine", "\"Env\":\"(.*?)\""));
        assertEquals("blogshop", found("ListUserRoutines", "\"RoutineName\":\"(.*?)\""));
    }

    @Test
    void listsStagedCodeOnceOrNotAtAll() throws Exception {
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        String ids = "\"CodeVersion\":\"(.*?)\"";
        assertEquals("unstable321", found("ListRoutineCodeVersions", ids));
        simulator.answerOddly(OddEsaAnswer.UNSTABLE_IN_LIST);
        assertEquals("unstable321", found("ListRoutineCodeVersions", ids));
        simulator.answerOddly(OddEsaAnswer.NO_UNSTABLE_IN_LIST);
        assertEquals("321", found("ListRoutineCodeVersions", ids));
    }

    @Test
    void encodesDescriptionsOfVersions() throws Exception {
        String version = calls.version("shop");
        account.publish("shop", version, List.of("staging"));
        assertTrue(text("ListRoutineCodeVersions").contains("\"CodeDescription\":\"second é\""));
        assertTrue(text("GetRoutine").contains("\"Description\":\"second é\""));
        simulator.answerOddly(OddEsaAnswer.BASE64_CODE_DESCRIPTION);
        assertTrue(text("ListRoutineCodeVersions").contains("\"CodeDescription\":\"c2Vjb25kIMOp\""));
        assertTrue(text("GetRoutine").contains("\"Description\":\"c2Vjb25kIMOp\""));
    }

    private String text(String action) throws Exception {
        return calls.answer(action, "Name", "shop", "CodeVersion", "3").toString();
    }

    private String found(String action, String pattern) throws Exception {
        Matcher matcher = Pattern.compile(pattern).matcher(text(action));
        return matcher.results().map(each -> each.group(1)).collect(Collectors.joining());
    }
}
