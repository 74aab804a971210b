// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.LoopbackOnly;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.FormPart;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The upload of code through the object store. */
class StagingTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final byte[] CODE = "code".getBytes(UTF_8);
    private static final String KEY_ID = "LTAIofTheStore01";
    private static final String SIGNATURE = "c2lnbmF0dXJlIG9m+dGhlIHN0b3Jl=";
    private static final String POLICY = "eyJleHBpcmF0aW9uIjoiMjAyNiJ9";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = WireFixture.routines(extension.endpoint(), WireFixture.credentials(), 5);
    private LoopbackOnly loopbackOnly;

    @BeforeEach
    void start() throws IOException {
        loopbackOnly = new LoopbackOnly();
        account.ensure("hello", List.of());
    }

    @AfterEach
    void stop() throws IOException {
        loopbackOnly.close();
    }

    @Test
    void stagingIsACallAndAnUploadOfItsForm() throws CallFailedException {
        assertEquals(Confirmation.BY_SERVICE, routines.stage(HELLO, "hello:1.0 ü", CODE, WireFixture.NOTHING));

        assertEquals(
                List.of("UploadStagingRoutineCode", "PostObject"),
                service.calls().stream().map(ReceivedCall::action).toList());
        assertEquals(
                Map.of("Name", "hello", "CodeDescription", "hello:1.0 ü"),
                service.calls().get(0).form());
        ReceivedCall form = service.calls().get(1);
        assertEquals(
                List.of("OSSAccessKeyId", "Signature", "policy", "callback", "x:codeDescription", "key"),
                List.copyOf(form.form().keySet()));
        assertTrue(form.query().isEmpty());
        assertFalse(form.chunked());
        assertTrue(Integer.parseInt(form.headers().get("content-length")) > CODE.length);
    }

    @Test
    void everyByteOfTheCodeArrivesUnchanged() throws CallFailedException {
        byte[] code = new byte[3 * 256];
        for (int at = 0; at < code.length; at++) {
            code[at] = (byte) at;
        }
        System.arraycopy("\r\n--edge-routine-\r\n".getBytes(US_ASCII), 0, code, 300, 19);

        routines.stage(HELLO, "v1", code, WireFixture.NOTHING);

        FormPart file = service.calls().get(1).file().orElseThrow();
        assertArrayEquals(code, file.bytes());
        assertEquals("index.js", file.fileName());
        assertEquals("text/javascript", file.contentType());
        assertArrayEquals(code, account.staged("hello").orElseThrow());
    }

    @Test
    void aRefusalOfTheStoreIsReportedWithItsCode() {
        service.script(Fault.NONE, Fault.error(403, "AccessDenied", "Invalid according to Policy: Policy expired."));

        CallFailedException failure = failure();

        assertTrue(
                failure.getMessage()
                        .matches("the object store did not accept the code: AccessDenied, 'Invalid according"
                                + " to Policy: Policy expired.' \\(request id [0-9A-F]{24}\\)"),
                failure.getMessage());
        assertEquals(Reason.REFUSED, failure.reason());
        assertEquals("Run the goal again. If it fails again, open a ticket with the request id.", failure.remedy());
        assertEquals(Optional.empty(), account.staged("hello"));
    }

    @Test
    void anAnswerWithAnErrorCodeIsAnErrorWithAnyStatus() {
        String callbackFailed = "<?xml version=\"1.0\"?><Error><Code>CallbackFailed</Code></Error>";
        service.script(Fault.NONE, Fault.raw(203, "application/xml", callbackFailed));

        assertEquals(
                "the object store did not accept the code: CallbackFailed",
                failure().getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"code\":500}         ",
                "200 | {\"code\":\"2000\"}    ",
                "200 | {\"status\":200}       ",
                "200 | <html>sign in</html>   ",
                "204 | ``                     ",
                "302 | ``                     ",
                "502 | {\"code\":200}         "
            })
    void onlyACallbackOf200MeansThatTheCodeHasArrived(int status, String body) {
        service.script(Fault.NONE, Fault.raw(status, "text/html", body));

        assertEquals(
                "the object store did not accept the code: HTTP " + status + " with '" + body + "'",
                failure().getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":200}", "{\"code\":\"200\"}"})
    void aCallbackOf200ComesAsANumberOrAsText(String body) throws CallFailedException {
        service.script(Fault.NONE, Fault.raw(200, "application/json", body));

        routines.stage(HELLO, "v1", CODE, WireFixture.NOTHING);

        assertEquals(2, service.calls().size());
    }

    @Test
    void aCutFormIsNotSentAgain() {
        service.script(Fault.NONE, Fault.cut());

        CallFailedException failure = failure();

        assertTrue(
                failure.getMessage()
                        .matches("the connection to the object store at 127\\.0\\.0\\.1 failed before the"
                                + " answer was complete \\(\\w+\\)"),
                failure.getMessage());
        assertEquals(Reason.UNANSWERED, failure.reason());
        assertEquals(2, service.calls().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "http://evil.example/",
                "https://aliyuncs.com.evil.example/",
                "https://evilaliyuncs.com/",
                "https://bucket.aliyuncs.com@evil.example/",
                "https://evil.example/.aliyuncs.com",
                "https://evil.example?.aliyuncs.com",
                "https://evil.example#.aliyuncs.com",
                "http://127.0.0.1.evil.example/",
                "ftp://127.0.0.1/",
                "ftp://bucket.aliyuncs.com/"
            })
    void codeIsSentOnlyToAliyuncs(String url) {
        service.script(ticket(url));

        CallFailedException failure = failure();

        String message = failure.getMessage();
        assertTrue(message.startsWith("the service named an object store outside of aliyuncs.com, "), message);
        assertFalse(message.matches(".*[@#?].*"), message);
        assertEquals(Effect.NONE, failure.effect());
        assertEquals("Check that {endpoint} is the DCDN API.", failure.remedy());
        assertEquals(1, service.calls().size());
    }

    @Test
    void theRealServiceCannotSendCodeToThisMachine() {
        String here = service.endpoint().resolve("/oss/").toString();

        CallFailedException failure = WireFixture.failure(() -> realStore().post(form(here), CODE));

        assertEquals("the service named an object store outside of aliyuncs.com, '" + here + "'", failure.getMessage());
        assertEquals(List.of(), service.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bucket.oss-cn-hangzhou.aliyuncs.com",
                "https://bucket.oss-cn-hangzhou.aliyuncs.com/",
                "HTTP://bucket.oss-cn-hangzhou.aliyuncs.com/"
            })
    void theFormIsNeverSentInClearText(String url) {
        WireFixture.failure(() -> realStore().post(form(url), CODE));

        assertEquals("CONNECT bucket.oss-cn-hangzhou.aliyuncs.com:443 HTTP/1.1", loopbackOnly.heard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"OssPostConfig\":null}", "{\"OssPostConfig\":[]}"})
    void anAnswerWithoutAFormIsUnreadable(String content) {
        service.script(content(content));

        assertEquals(
                "the answer of UploadStagingRoutineCode has an unknown format",
                failure().getMessage());
    }

    @Test
    void aRefusedSignatureIsReportedWithoutTheSignedText() {
        service.script(
                ticket(service.endpoint() + "/oss/bucket"),
                Fault.raw(
                        403,
                        "application/xml",
                        "<Error><Code>SignatureDoesNotMatch</Code><Message>No match.</Message><OSSAccessKeyId>" + KEY_ID
                                + "</OSSAccessKeyId><SignatureProvided>" + SIGNATURE
                                + "</SignatureProvided><StringToSign>" + POLICY + "</StringToSign></Error>"));

        assertEquals(
                "the object store did not accept the code: SignatureDoesNotMatch, 'No match.'",
                WireFixture.failure(
                                () -> routines.stage(HELLO, "v1", CODE, WireFixture.NOTHING), KEY_ID, SIGNATURE, POLICY)
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY_ID, SIGNATURE, POLICY})
    void theFormIsNotPrintedIfAPageRepeatsIt(String secret) {
        service.script(
                ticket(service.endpoint() + "/oss/bucket"),
                Fault.raw(403, "text/html", "<html>blocked: " + secret + "</html>"));

        WireFixture.failure(() -> routines.stage(HELLO, "v1", CODE, WireFixture.NOTHING), secret);
    }

    /** Only one example documents this format. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"OSSAccessKeyId\":\"" + KEY_ID + "\"}",
                "{\"Signature\":\"" + SIGNATURE + "\"}",
                "{\"policy\":\"" + POLICY + "\"}",
                "{\"OssPostConfig\":\"{\\\"Signature\\\":\\\"" + SIGNATURE + "\\\"}\"}"
            })
    void aFormInAnUnknownFormatIsNotPrinted(String content) {
        service.script(content(content));

        WireFixture.failure(() -> routines.stage(HELLO, "v1", CODE, WireFixture.NOTHING), KEY_ID, SIGNATURE, POLICY);
    }

    private CallFailedException failure() {
        return WireFixture.failure(() -> routines.stage(HELLO, "v1", CODE, WireFixture.NOTHING));
    }

    private static ObjectStore realStore() {
        return new ObjectStore(
                DcdnRoutines.API,
                Endpoint.parse("https://dcdn.aliyuncs.com"),
                WireFixture.network(5),
                new UntrustedText(List.of()));
    }

    private static UploadForm form(String url) {
        return new UploadForm(url, Map.of(), true);
    }

    private static Fault ticket(String url) {
        return content("{\"OssPostConfig\":" + config(url) + "}");
    }

    private static JsonObject config(String url) {
        JsonObject config = new JsonObject();
        config.addProperty("OSSAccessKeyId", KEY_ID);
        config.addProperty("Signature", SIGNATURE);
        config.addProperty("policy", POLICY);
        config.addProperty("Url", url);
        return config;
    }

    private static Fault content(String json) {
        return Fault.raw(200, "application/json", "{\"Content\":" + json + ",\"RequestId\":\"4711\"}");
    }
}
