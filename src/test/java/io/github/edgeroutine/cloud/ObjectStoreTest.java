// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of different products. The tests of the DCDN adapter use a real connection. */
class ObjectStoreTest {

    private static final String POLICY = "eyJleHBpcmF0aW9uIjoiMjAyNiJ9";

    private final ObjectStore store = new ObjectStore(
            new Api("CDN", "2018-05-10", error -> Optional.empty()),
            Endpoint.parse("https://cdn.aliyuncs.com"),
            WireFixture.network(1),
            new UntrustedText(List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"code\":200}                              | true  | true",
                "201 | {\"code\":\"200\"}                          | true  | true",
                "200 | {\"status\":\"ok\"}                         | false | true",
                "200 | {}                                          | false | true",
                "200 | `` | false | true",
                "204 | `` | false | true",
                "200 | thanks                                      | false | true",
                "200 | {\"code\":500}                              | false | false",
                "200 | <!DOCTYPE html><p>Log in</p>                | false | false",
                "200 | <HTML>Log in</HTML>                         | false | false",
                "201 | <PostResponse></PostResponse>               | false | true",
                "203 | <Error><Code>CallbackFailed</Code></Error>  | false | false",
                "200 | <Error><Code>200</Code></Error>             | false | false",
                "403 | {\"code\":200}                              | false | false",
                "302 | `` | false | false"
            })
    void theConfirmationOfAnUploadDependsOnTheForm(int status, String body, boolean calledBack, boolean silent) {
        assertEquals(calledBack, hasArrived(true, new Answer(status, body)));
        assertEquals(silent, hasArrived(false, new Answer(status, body)));
    }

    @Test
    void aRefusalIsForThisCallOnlyAndHidesTheForm() {
        UploadForm form = new UploadForm("", Map.of("policy", POLICY), false);

        CallFailedException failure = assertThrows(
                CallFailedException.class, () -> store.judge(form, new Answer(500, "<p>" + POLICY + "</p>")));

        assertEquals("the object store did not accept the code: HTTP 500 with '<p>***</p>'", failure.getMessage());
        assertEquals("Run the goal again. If it fails again, open a ticket with the request id.", failure.remedy());
        assertEquals(Reason.REFUSED, failure.reason());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertEquals(Scope.THIS_CALL, failure.scope());
    }

    @ParameterizedTest
    @CsvSource({"403, false", "499, false", "500, true", "503, true"})
    void anErrorOfTheStoreMayBeRetried(int status, boolean passes) {
        UploadForm form = new UploadForm("", Map.of(), false);

        assertEquals(
                passes,
                assertThrows(CallFailedException.class, () -> store.judge(form, new Answer(status, "")))
                        .mayPass());
    }

    @Test
    void aStoreOutsideOfAliyuncsIsRefused() {
        CallFailedException failure =
                assertThrows(CallFailedException.class, () -> store.address("https://evil.example/"));

        assertEquals("Check that {endpoint} is the CDN API.", failure.remedy());
    }

    @Test
    void theFieldsKeepTheirOrderAndTheFileIsLast() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "1");
        fields.put("a", "ü");
        UploadForm form = new UploadForm("", fields, true);
        fields.put("late", "2");

        String[] parts = new String(form.body("code".getBytes(UTF_8), "B"), UTF_8).split("--B");

        assertEquals(5, parts.length);
        assertEquals("", parts[0]);
        assertEquals("\r\nContent-Disposition: form-data; name=\"z\"\r\n\r\n1\r\n", parts[1]);
        assertEquals("\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nü\r\n", parts[2]);
        assertEquals(
                "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                        + "Content-Type: text/javascript\r\n\r\ncode\r\n",
                parts[3]);
        assertEquals("--\r\n", parts[4]);
    }

    @Test
    void onlyTextsNumbersAndBooleansAreFields() {
        Map<String, String> fields = UploadForm.fieldsOf(
                JsonParser.parseString("{\"z\":\"1\",\"b\":20,\"a\":true,\"none\":null,\"object\":{},\"list\":[\"x\"]}")
                        .getAsJsonObject());

        assertEquals(
                List.of("z=1", "b=20", "a=true"),
                fields.entrySet().stream().map(Object::toString).toList());
        fields.remove("z");
        assertTrue(fields.containsKey("a"));
    }

    private boolean hasArrived(boolean isCalledBack, Answer answer) {
        try {
            store.judge(new UploadForm("", Map.of(), isCalledBack), answer);
            return true;
        } catch (CallFailedException e) {
            return false;
        }
    }
}
