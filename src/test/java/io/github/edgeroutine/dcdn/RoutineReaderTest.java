// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineReaderTest {

    private static final String LONG = "1620876959997924701";

    @Test
    void aDocumentedRoutineIsRead() throws CallFailedException {
        RoutineState state = state(json("""
                {
                  "RequestId": "A513734D",
                  "Content": {
                    "CreationTime": "2021-05-19T12:03:38Z",
                    "Description": "SGVsbG8=",
                    "Envs": ["staging", "production", "presetCanaryZhejiang"],
                    "EnvConf": {
                      "staging": {"SpecName": "50ms", "CodeRev": "1620876959997924701", "AllowedHosts": []},
                      "production": {"SpecName": "50ms", "AllowedHosts": ["a.example"]}
                    },
                    "CodeRevs": [
                      {
                        "CodeRevision": "1620876959997924701",
                        "CodeDescription": "SGVsbG8gV29ybGQ=",
                        "CreationTime": "2021-05-31T13:20:14Z"
                      }
                    ]
                  }
                }
                """));

        assertEquals(List.of("staging=" + LONG, "production=nothing", "presetCanaryZhejiang=nothing"), places(state));
        assertEquals(
                List.of(new Revision(new CodeRevision(LONG), "Hello World", "2021-05-31T13:20:14Z")),
                state.revisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Hello World     | Hello World",
                "\"Hello World\" | Hello World",
                "\"              | \"",
                "说明             | 说明",
                "the s3cret      | the ***"
            })
    void aDescriptionIsBase64WithOrWithoutQuotationMarks(String text, String read) throws CallFailedException {
        assertEquals(read, description("\"" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"Hello World!\" | Hello World!", "\"\" | ''", "null | ''", "\"release 17\" | release 17"})
    void aDescriptionWithoutBase64IsPlainText(String sent, String read) throws CallFailedException {
        assertEquals(read, description(sent));
    }

    @Test
    void aDescriptionOfTwoLinesBecomesOne() throws CallFailedException {
        String text = "\"two\nlines\"";

        assertEquals("two lines", description("\"" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "\""));
    }

    @Test
    void onlyTheNumberOfARevisionIsRequired() throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{},\"CodeRevs\":[{\"CodeRevision\":\"17\"}]}"));

        assertEquals(List.of(new Revision(new CodeRevision("17"), "", "")), state.revisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                               | nothing",
                "{\"CodeRev\":null}               | nothing",
                "{\"CodeRev\":\"\"}               | nothing",
                "{\"CodeRev\":\"17\"}             | 17",
                "{\"CodeRev\":1620876959997924701}| 1620876959997924701",
                "{\"CodeRev\":\"unstable\"}       | unstable"
            })
    void whatRunsIsReadToItsLastDigit(String configuration, String live) throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{\"production\":" + configuration + "},\"CodeRevs\":[]}"));

        assertEquals(List.of("production=" + live), places(state));
    }

    @Test
    void aRevisionSentAsANumberKeepsItsDigits() throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{},\"CodeRevs\":[{\"CodeRevision\":1620876959997924701}]}"));

        assertEquals(new CodeRevision(LONG), state.revisions().get(0).number());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "``                                         | production, staging",
                "\"Envs\":null,                             | production, staging",
                "\"Envs\":\"staging,production\",           | production, staging",
                "\"Envs\":{\"staging\":{}},                 | production, staging",
                "\"Envs\":[],                               | production, staging",
                "\"Envs\":[\"staging\",\"production\"],     | staging, production",
                "\"Envs\":[\"presetCanaryZhejiang\"],       | presetCanaryZhejiang, production, staging",
                "\"Envs\":[null,{},[\"x\"],\"staging\"],    | staging, production"
            },
            quoteCharacter = '`')
    void environmentsComeInTheOrderOfTheirNamesThenOfTheirSettings(String names, String order)
            throws CallFailedException {
        RoutineState state = state(content("{" + (names == null ? "" : names)
                + "\"EnvConf\":{\"production\":{\"CodeRev\":\"17\"},\"staging\":{\"CodeRev\":\"18\"}},"
                + "\"CodeRevs\":[]}"));

        assertEquals(
                List.of(order.split(", ")),
                state.live().keySet().stream().map(Environment::name).toList());
        assertEquals(FakeRoutines.live("18"), state.liveIn(new Environment("staging")));
    }

    @Test
    void unknownMembersAreIgnored() throws CallFailedException {
        RoutineState state = state(json("""
                {"New": [1], "Content": {
                    "New": {"deep": [null]},
                    "EnvConf": {"production": {"CodeRev": "17", "New": {"a": 1}}},
                    "CodeRevs": [{"CodeRevision": "17", "New": [true]}]
                }}
                """));

        assertEquals(List.of("production=17"), places(state));
        assertEquals(1, state.revisions().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Content':null}",
                "{'Content':[]}",
                "{'Content':'text'}",
                "{'Content':''}",
                "{'Content':17}",
                "{'Content':true}",
                "{'Content':{}}",
                "{'Content':{'New':[]}}",
                "{'Content':{'EnvConf':'text','CodeRevs':[]}}",
                "{'Content':{'EnvConf':17,'CodeRevs':[]}}",
                "{'Content':{'EnvConf':['production'],'CodeRevs':[]}}",
                "{'Content':{'EnvConf':[['production',{'CodeRev':'17'}]],'CodeRevs':[]}}",
                "{'Content':{'EnvConf':{},'CodeRevs':{'17':{}}}}",
                "{'Content':{'EnvConf':{},'CodeRevs':'text'}}"
            })
    void anyOtherFormatIsUnreadable(String shape) {
        assertUnreadable(json(shape.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'EnvConf':{'production':{'CodeRev':'17'}}}",
                "{'EnvConf':{'production':{'CodeRev':'17'}},'CodeRevs':null}",
                "{'EnvConf':{'production':{'CodeRev':'17'}},'CodeRevs':{}}",
                "{'Envs':null,'EnvConf':{'production':{'CodeRev':'17'}},'CodeRevs':[]}"
            })
    void aListThatIsMissingIsEmpty(String content) throws CallFailedException {
        RoutineState state = state(content(content.replace('\'', '"')));

        assertEquals(List.of("production=17"), places(state));
        assertEquals(List.of(), state.revisions());
        assertEquals(List.of(), state.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'CodeRevs':[]}", "{'EnvConf':null,'CodeRevs':[]}", "{'EnvConf':{}}", "{'Envs':[],'EnvConf':[]}"
            })
    void aRoutineWithoutEnvironmentsHasTheTwoFixedOnes(String content) throws CallFailedException {
        RoutineState state = state(content(content.replace('\'', '"')));

        assertEquals(List.of("staging=nothing", "production=nothing"), places(state));
        assertEquals(List.of("staging", "production"), state.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "'17'",
                "[]",
                "{'CodeRev':{}}",
                "{'CodeRev':[]}",
                "{'CodeRev':'1 7'}",
                "{'CodeRev':1.7e18}",
                "{'CodeRev':true}",
                "{'CodeRevision':'17'}",
                "{'codeRev':'17'}",
                "{'Running':{}, 'Code_Rev':{'Id':'17'}}"
            })
    void anUnknownFormatDoesNotCountAsEmpty(String configuration) throws CallFailedException {
        RoutineState state = state(
                content(("{'EnvConf':{'staging':{'CodeRev':'18'},'production':" + configuration + "},'CodeRevs':[]}")
                        .replace('\'', '"')));

        assertEquals(List.of("production"), state.unknown());
        assertEquals(List.of("staging=18", "production=nothing"), places(state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'SpecName':'50ms'}",
                "{'CodeRev':''}",
                "{'CodeRev':null,'CodeRevision':'17'}",
                "{'ConfVersion':'1700000000000'}"
            })
    void anEnvironmentThatShowsNoRevisionRunsNothing(String configuration) throws CallFailedException {
        RoutineState state =
                state(content(("{'EnvConf':{'production':" + configuration + "},'CodeRevs':[]}").replace('\'', '"')));

        assertEquals(List.of(), state.unknown());
    }

    /** More are refused, as another test shows. */
    @Test
    void twoHundredEnvironmentsAndRevisionsAreRead() throws CallFailedException {
        String names = IntStream.range(0, 200)
                .mapToObj(number -> "\"canary" + number + "\"")
                .collect(joining(","));
        String configurations = names.replaceAll("(\"\\w+\")", "$1:{}");
        String revisions = IntStream.range(0, 200)
                .mapToObj(number -> "{\"CodeRevision\":" + (1_000 + number) + "}")
                .collect(joining(","));

        RoutineState state = state(content(
                "{\"Envs\":[" + names + "],\"EnvConf\":{" + configurations + "},\"CodeRevs\":[" + revisions + "]}"));

        assertEquals(200, state.live().size());
        assertEquals(200, state.revisions().size());
    }

    @ParameterizedTest
    @CsvSource({"unstable, true", "1620876959997924701, false", "1 7, false"})
    void aWordInTheListOfRevisionsIsStagedCode(String item, boolean isStaged) throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{},\"CodeRevs\":[{\"CodeRevision\":\"" + item + "\"}]}"));

        assertEquals(isStaged, state.listsStagedCode());
    }

    @Test
    void aDescriptionWithInvalidBytesIsPlainText() throws CallFailedException {
        assertEquals("/w==", description("\"/w==\""));
    }

    @Test
    void anEnvironmentWithoutAConfigurationIsUnknown() throws CallFailedException {
        RoutineState state = state(
                content("{\"Envs\":[\"staging\",\"production\"],\"EnvConf\":{\"staging\":{\"CodeRev\":\"17\"}}}"));

        assertEquals(List.of("production"), state.unknown());
    }

    @Test
    void anEnvironmentCanHaveAChineseName() throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{\"香港\":{\"CodeRev\":\"17\"}},\"CodeRevs\":[]}"));

        assertEquals(List.of("香港=17"), places(state));
        assertEquals(List.of(), state.unknown());
    }

    /** It cannot be named in a POM. Only its existence is known. */
    @ParameterizedTest
    @ValueSource(strings = {"Hong Kong", "a,b"})
    void anEnvironmentWithAnInvalidNameIsUnknown(String name) throws CallFailedException {
        RoutineState state = state(content("{\"EnvConf\":{\"staging\":{\"CodeRev\":\"17\"},\"" + name
                + "\":{\"CodeRev\":\"18\"}},\"CodeRevs\":[]}"));

        assertEquals(List.of("staging=17"), places(state));
        assertEquals(List.of(name), state.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "'18'",
                "{}",
                "[]",
                "{'CodeRevision':null}",
                "{'CodeRevision':''}",
                "{'CodeRevision':'1 7'}",
                "{'CodeRevision':'十七'}",
                "{'CodeRevision':{}}",
                "{'CodeRevision':1.7e18}"
            })
    void anInvalidRevisionIsSkipped(String item) throws CallFailedException {
        RoutineState state =
                state(content(("{'EnvConf':{},'CodeRevs':[" + item + ",{'CodeRevision':'19'}]}").replace('\'', '"')));

        assertEquals(List.of(new Revision(new CodeRevision("19"), "", "")), state.revisions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'CodeRevision':'19','CodeDescription':{},'CreationTime':[]}",
                "{'CodeRevision':'19','CodeDescription':['x'],'CreationTime':null}"
            })
    void anInvalidOptionalFieldIsSkipped(String item) throws CallFailedException {
        RoutineState state = state(content(("{'EnvConf':{},'CodeRevs':[" + item + "]}").replace('\'', '"')));

        assertEquals(List.of(new Revision(new CodeRevision("19"), "", "")), state.revisions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a.example.com'                    | a.example.com",
                "'a.example.com,b.example.com'      | a.example.com b.example.com",
                "', a.example.com'                  | a.example.com",
                "['a.example.com',null]             | a.example.com",
                "[{'Host':'a.example.com'}]         | {\"Host\":\"a.example.com\"}",
                "17                                 | 17",
                "[]                                 | ''"
            },
            quoteCharacter = '`')
    void unusualHostsAreShownUnchanged(String hosts, String shown) throws CallFailedException {
        RoutineState state = state(content(
                ("{'EnvConf':{'staging':{'SpecName':{},'CodeRev':'17','AllowedHosts':" + hosts + "}},'CodeRevs':[]}")
                        .replace('\'', '"')));

        Setting setting = state.settingOf(new Environment("staging"));
        assertEquals(
                Optional.of("''".equals(shown) ? "" : shown),
                setting.allowedHosts().map(all -> String.join(" ", all)));
        assertEquals(Optional.empty(), setting.specName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\u7248\\u672c \\\"1\\\"\" | 版本 \"1\"",
                "\"a \\u0026 b\"                  | a & b",
                "\"a \\x b\"                      | a \\x b"
            })
    void aQuotedDescriptionIsDecoded(String text, String read) throws CallFailedException {
        assertEquals(read, description("\"" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "\""));
    }

    @Test
    void aDescriptionOfSeveralLinesOfBase64IsDecoded() throws CallFailedException {
        String mime = Base64.getMimeEncoder().encodeToString("版本".repeat(25).getBytes(UTF_8));

        assertEquals("版本".repeat(25), description("\"" + mime.replace("\r\n", "\\r\\n") + "\""));
    }

    @Test
    void theTimeOfARevisionHasTwoNames() throws CallFailedException {
        RoutineState state = state(content(
                "{\"EnvConf\":{},\"CodeRevs\":[{\"CodeRevision\":\"17\",\"CreateTime\":\"2021-05-31T13:20:14Z\"}]}"));

        assertEquals("2021-05-31T13:20:14Z", state.revisions().get(0).created());
    }

    private void assertUnreadable(JsonObject answer) {
        CallFailedException failure = assertThrows(CallFailedException.class, () -> state(answer));

        assertUnreadable("DescribeRoutine", answer, failure);
    }

    @Test
    void anUnreadableAnswerIsQuotedInShortAndWithoutSecrets() {
        JsonObject answer = json("{\"s3cret\":\"" + "x".repeat(1000) + "\"}");

        CallFailedException failure = assertThrows(CallFailedException.class, () -> state(answer));

        assertTrue(failure.getMessage().contains("'{\"***\":\"xxx"), failure.getMessage());
        assertTrue(failure.getMessage().length() < 400, failure.getMessage());
    }

    @Test
    void documentedNamesAreRead() throws CallFailedException {
        assertEquals(List.of("hello", "the ***"), names(content("""
                        {
                          "Subdomains": ["a.example"],
                          "Routines": [
                            {"RoutineName": "hello", "Description": "SGVsbG8=", "CreationTime": "2021/5/20 16:00"},
                            {"RoutineName": "the s3cret"}
                          ]
                        }
                        """)));
        assertEquals(List.of(), names(content("{\"Routines\":[]}")));
        assertEquals(List.of(), names(content("{\"Routines\":null}")));
        assertEquals(List.of(), names(content("{\"Subdomains\":[]}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Content':null}",
                "{'Content':[]}",
                "{'Content':'text'}",
                "{'Content':{'Routines':{}}}",
                "{'Content':{'Routines':'hello'}}",
                "{'Content':{'Routines':[null]}}",
                "{'Content':{'Routines':['hello']}}",
                "{'Content':{'Routines':[17]}}",
                "{'Content':{'Routines':[{}]}}",
                "{'Content':{'Routines':[{'RoutineName':null}]}}",
                "{'Content':{'Routines':[{'RoutineName':{}}]}}"
            })
    void anyOtherFormatOfNamesIsUnreadable(String shape) {
        JsonObject answer = json(shape.replace('\'', '"'));

        CallFailedException failure = assertThrows(CallFailedException.class, () -> names(answer));

        assertUnreadable("DescribeRoutineUserInfo", answer, failure);
    }

    private static RoutineState state(JsonObject answer) throws CallFailedException {
        return read(DcdnRoutines.describing(new RoutineName("hello")), answer);
    }

    private static List<String> names(JsonObject answer) throws CallFailedException {
        return read(
                RpcOperation.read("DescribeRoutineUserInfo", Map.of(), each -> new NamesReader(each).names()), answer);
    }

    private static <T> T read(RpcOperation<T> operation, JsonObject answer) throws CallFailedException {
        return operation.reading().of(new RpcAnswer(operation, answer, new UntrustedText(List.of("s3cret"))));
    }

    private static void assertUnreadable(String action, JsonObject answer, CallFailedException failure) {
        assertEquals("the answer of " + action + " has an unknown format, '" + answer + "'", failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
        assertEquals("Report it to the authors of this plugin.", failure.remedy());
    }

    private String description(String json) throws CallFailedException {
        return state(content(
                        "{\"EnvConf\":{},\"CodeRevs\":[{\"CodeRevision\":\"17\",\"CodeDescription\":" + json + "}]}"))
                .revisions()
                .get(0)
                .description();
    }

    private static List<String> places(RoutineState state) {
        return state.live().entrySet().stream()
                .map(place ->
                        place.getKey() + "=" + (place.getValue() instanceof NoRevision ? "nothing" : place.getValue()))
                .toList();
    }

    private static JsonObject content(String content) {
        return json("{\"Content\":" + content + "}");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
