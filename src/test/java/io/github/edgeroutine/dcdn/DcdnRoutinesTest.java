// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter with the real SDK against the simulated service, over a real connection. */
class DcdnRoutinesTest {

    private static final PublishCall WISH = publication("production", "presetCanaryZhejiang");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator service = extension.simulator();

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", "1620876959997924701", List.of("presetCanaryZhejiang"));
    }

    @Test
    void aPublishIsOnePostWithItsParametersInTheForm() throws CallFailedException {
        PublishAnswer receipt = routines().publish(WISH);

        ReceivedCall call = service.calls().get(0);
        assertEquals(1, service.calls().size());
        assertEquals("POST", call.method());
        assertEquals(
                Map.of(
                        "Name", "hello",
                        "SelectCodeRevision", "1620876959997924701",
                        "Envs", "[\"production\",\"presetCanaryZhejiang\"]"),
                call.form());
        assertEquals("PublishRoutineCodeRevision", call.query().get("Action"));
        assertEquals("2018-01-15", call.query().get("Version"));
        assertEquals("JSON", call.query().get("Format"));
        assertEquals("cn-hangzhou", call.query().get("RegionId"));
        assertEquals("PublishRoutineCodeRevision", call.headers().get("x-acs-action"));
        assertEquals("2018-01-15", call.headers().get("x-acs-version"));
        assertEquals("edge-routine-maven-plugin", call.headers().get("user-agent"));
        assertEquals(Optional.of("1620876959997924701"), receipt.revision());
        assertEquals(
                Map.of("production", "1620876959997924701", "presetCanaryZhejiang", "1620876959997924701"),
                account.live("hello"));
    }

    @Test
    void theEnvironmentsAreSentInTheOrderOfThePom() throws CallFailedException {
        routines().publish(publication("presetCanaryZhejiang", "staging", "production"));

        assertEquals(
                "[\"presetCanaryZhejiang\",\"staging\",\"production\"]",
                service.calls().get(0).form().get("Envs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Content\":{\"test\":\"test\",\"test2\":1},\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}",
                "{\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}",
                "{\"Content\":null,\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}",
                "{\"Content\":\"\",\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}",
                "{\"Content\":\"OK\",\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}",
                "{\"Content\":{\"CodeRevision\":null},\"RequestId\":\"A513734D-D17B-411E-864D-XXXX\"}"
            })
    void anAnswerThatNamesNoRevisionStillConfirmsTheCall(String body) throws CallFailedException {
        service.script(Fault.raw(200, "application/json", body));

        assertEquals(
                new PublishAnswer("A513734D-D17B-411E-864D-XXXX", Optional.empty()),
                routines().publish(WISH));
    }

    @Test
    void aRevisionSentAsANumberKeepsItsDigits() throws CallFailedException {
        service.script(Fault.raw(
                200,
                "application/json",
                "{\"Content\":{\"CodeRevision\":1620876959997924701},\"RequestId\":\"4711\"}"));

        assertEquals(
                Optional.of("1620876959997924701"), routines().publish(WISH).revision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | <html>sign in</html>          | '<html>sign in</html>', which is not the JSON object of the DCDN API",
                "200 | ``                            | an empty body, which is not the JSON object of the DCDN API",
                "200 | {\"Content\":{\"CodeRev | '{\"Content\":{\"CodeRev', which is incomplete",
                "200 | {\"RequestId\":\"1\",\"Code\":{}} | '{\"RequestId\":\"1\",\"Code\":{}}', whose error code is not text",
                "200 | {\"RequestId\":\"1\",\"Code\":true} | '{\"RequestId\":\"1\",\"Code\":true}', whose error code is not text",
                "200 | {\"RequestId\":\"1\",\"Code\":\"OK\",\"code\":\"E\"} | '{\"RequestId\":\"1\",\"Code\":\"OK\",\"code\":\"E\"}', which has two different error codes",
                "200 | {\"Code\":\"Evil\",\"RequestId\":\"1\",\"Code\":null} | '{\"Code\":\"Evil\",\"RequestId\":\"1\",\"Code\":null}', which is not the JSON object of the DCDN API",
                "200 | [\"RequestId\"]               | '[\"RequestId\"]', which is not the JSON object of the DCDN API",
                "200 | {\"RequestId\":\"1\"} trailer | '{\"RequestId\":\"1\"} trailer', which is not the JSON object of the DCDN API",
                "200 | {\"Content\":{}}              | '{\"Content\":{}}', which has no RequestId",
                "200 | {\"RequestId\":\" \"}         | '{\"RequestId\":\" \"}', which has no RequestId",
                "302 | ``                            | an empty body, which is not the JSON object of the DCDN API",
                "401 | ``                            | an empty body, which is not the JSON object of the DCDN API",
                "404 | {\"RequestId\":\"1\"} | '{\"RequestId\":\"1\"}', which has no error code",
                "502 | <html>Bad Gateway</html>      | '<html>Bad Gateway</html>', which is not the JSON object of the DCDN API"
            })
    void anAnswerWithoutAConfirmationIsAFailure(int status, String body, String flaw) {
        service.script(Fault.raw(status, "text/html", body));

        CallFailedException failure = failure(routines());

        assertEquals("the answer was HTTP " + status + " with " + flaw, failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "OK", "Success", "success"})
    void aCodeOfSuccessIsASuccess(String code) throws CallFailedException {
        service.script(Fault.raw(200, "application/json", "{\"Code\":\"" + code + "\",\"RequestId\":\"1\"}"));

        assertEquals(Optional.of("1"), routines().publish(WISH).requestId());
    }

    @Test
    void anErrorInSmallLettersIsAnError() {
        service.script(Fault.raw(200, "application/json", "{\"code\":\"Forbidden.RAM\",\"RequestId\":\"1\"}"));

        assertEquals(Reason.DENIED, failure(routines()).reason());
    }

    /** The rest of it may have been lost, and the change may have been made. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"RequestId\":\"1\"", "{\"a\":tru", "{\"a\":\"\\u00", "{\"a\":[1,", " {\"a\":{}"})
    void anIncompleteAnswerIsLost(String body) {
        service.script(Fault.raw(200, "application/json", body));

        CallFailedException failure = failure(routines());

        assertEquals(Reason.UNANSWERED, failure.reason());
        assertTrue(failure.mayPass());
        assertEquals("Check the network and the proxies.", failure.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{]", "{\"a\" 1", "<", "tru", "\"{", "{\"a\":1} {"})
    void anAnswerThatIsNotJsonIsNotIncomplete(String body) {
        service.script(Fault.raw(200, "application/json", body));

        assertEquals(Reason.UNREADABLE, failure(routines()).reason());
    }

    @Test
    void theLimitOfRevisionsHasItsOwnRemedy() {
        service.script(Fault.error(
                400, "EdgeRoutine.GeneralError", "A server error occurred: you got upper limit of code revisions"));

        CallFailedException failure = failure(routines());

        assertEquals(Reason.LIMIT, failure.reason());
        assertFalse(failure.mayPass());
        assertEquals(
                "The service keeps at most ten revisions of a routine, including staged code. Delete some"
                        + " with edge-routine:prune, or let upload do it with {pruneOnLimit}.",
                failure.remedy());
    }

    @Test
    void anEmptyRevisionInTheAnswerIsIgnored() throws CallFailedException {
        service.script(Fault.raw(200, "application/json", "{\"Content\":{\"CodeRevision\":\"\"},\"RequestId\":\"1\"}"));

        assertEquals(Optional.empty(), routines().publish(WISH).revision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | EdgeRoutine.GeneralError    | UNKNOWN | Then try again later, or open a ticket",
                "400 | Throttling.User             | NONE    | The account is throttled",
                "503 | ServiceUnavailable          | UNKNOWN | Try again later",
                "500 | InternalError               | UNKNOWN | Try again later",
                "404 | InvalidAccessKeyId.NotFound | NONE    | The AccessKey does not exist",
                "400 | SignatureDoesNotMatch       | NONE    | a wrong clock",
                "400 | InvalidTimeStamp.Expired    | NONE    | The clock of this machine is wrong",
                "400 | SignatureNonceUsed          | UNKNOWN | received the request twice",
                "400 | InvalidSecurityToken.Expired| NONE    | The STS token has expired",
                "403 | Forbidden.RAM               | NONE    | the action dcdn:PublishRoutineCodeRevision on resource *",
                "403 | DcdnServiceNotFound         | NONE    | not activated for this account",
                "400 | MissingEnvs                 | NONE    | Report it with the request id",
                "404 | InvalidApi.NotFound         | NONE    | is not the DCDN API of version 2018-01-15",
                "404 | InvalidProtocol.NeedSsl     | NONE    | must start with https://",
                "200 | SomethingNew                | UNKNOWN | Search the DCDN error center for this code"
            })
    void eachCodeHasItsRemedyWithAnyStatus(int status, String code, Effect effect, String remedy) {
        service.script(Fault.error(status, code, "in the service's words"));

        CallFailedException failure = failure(routines());

        assertTrue(
                failure.getMessage().matches(code + ", 'in the service's words' \\(request id [0-9A-F-]{36}\\)"),
                failure.getMessage());
        assertEquals(effect, failure.effect());
        assertTrue(failure.remedy().contains(remedy), failure.remedy());
    }

    @Test
    void aRefusedSignatureIsReportedWithoutTheSignedText() {
        Credentials stranger =
                Credentials.of(WireFixture.KEY.id(), "another", WireFixture.KEY.securityToken(), "a test");

        CallFailedException failure = failure(routines(stranger, 5));

        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "SignatureDoesNotMatch, 'Specified signature is not matched with our calculation.'"),
                failure.getMessage());
    }

    @Test
    void aClosedPortChangedNothing() throws IOException {
        service.close();

        CallFailedException failure = failure(routines());

        assertEquals(service.endpoint() + " refused the connection", failure.getMessage());
        assertEquals(Effect.NOT_SENT, failure.effect());
    }

    @Test
    void anUnknownHostChangedNothing() {
        CallFailedException failure =
                failure(WireFixture.routines("https://no-such-host.invalid", WireFixture.credentials(), 5));

        assertEquals("the host name of https://no-such-host.invalid cannot be resolved", failure.getMessage());
        assertEquals(Effect.NOT_SENT, failure.effect());
    }

    @Test
    void aServerWithoutTlsIsNotTrustedAndChangedNothing() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String endpoint = "https://127.0.0.1:" + plain.getLocalPort();
            CompletableFuture.runAsync(() -> answerInClearText(plain));

            CallFailedException failure = failure(WireFixture.routines(endpoint, WireFixture.credentials(), 5));

            assertEquals("the TLS handshake with " + endpoint + " failed", failure.getMessage());
            assertTrue(failure.remedy().contains("whether the server supports TLS 1.2 or TLS 1.3"), failure.remedy());
            assertEquals(Effect.NOT_SENT, failure.effect());
        }
    }

    private static void answerInClearText(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUnansweredHandshakeTimesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String endpoint = "https://127.0.0.1:" + silent.getLocalPort();

            CallFailedException failure = failure(WireFixture.routines(endpoint, WireFixture.credentials(), 1));

            assertEquals("the connection to " + endpoint + " timed out", failure.getMessage());
            assertEquals(Effect.NOT_SENT, failure.effect());
        }
    }

    @Test
    void aLateAnswerLeavesTheEffectUnknown() {
        service.script(Fault.slow(Duration.ofSeconds(3)));

        CallFailedException failure = failure(routines(WireFixture.credentials(), 1));

        assertEquals(service.endpoint() + " did not answer within 1 s", failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @Test
    void theTimeoutsOfOneExecutionAreNotThoseOfTheNext() throws CallFailedException {
        service.script(Fault.slow(Duration.ofSeconds(2)), Fault.slow(Duration.ofSeconds(2)));

        failure(routines(WireFixture.credentials(), 1));

        assertFalse(routines(WireFixture.credentials(), 20)
                .publish(WISH)
                .requestId()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostAnswerIsNotFollowedByASecondPost(boolean carriedOut) {
        service.script(carriedOut ? Fault.cut().afterTheOperation() : Fault.cut());

        CallFailedException failure = failure(routines());

        assertEquals(1, service.calls().size());
        assertEquals(carriedOut, account.live("hello").containsKey("production"));
        assertTrue(failure.getMessage().contains(" failed before the answer was complete "), failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @Test
    void anAnswerThatIsTooShortIsAFailure() {
        service.script(Fault.truncated());

        CallFailedException failure = failure(routines());

        // Later JDKs detect this earlier, with another exception.
        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "the connection to " + service.endpoint() + " failed before the answer was complete ("),
                failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertTrue(failure.mayPass());
    }

    private RoutineClient routines() {
        return routines(WireFixture.credentials(), 5);
    }

    private RoutineClient routines(Credentials credentials, int readTimeout) {
        return WireFixture.routines(service.endpoint().toString(), credentials, readTimeout);
    }

    private static PublishCall publication(String... environments) {
        return new PublishCall(
                new RoutineName("hello"),
                new CodeRevision("1620876959997924701"),
                Stream.of(environments).map(Environment::new).toList());
    }

    private static CallFailedException failure(RoutineClient routines) {
        return WireFixture.failure(() -> routines.publish(WISH));
    }
}
