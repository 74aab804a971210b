// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A product that the plugin does not know needs only its operations and its errors. */
class AnotherProductTest {

    private static final ErrorRule BUSY = new ErrorRule("Busy", Reason.UNANSWERED, Effect.UNKNOWN, "Wait.");

    private final Api api = new Api("CDN", "2018-05-10", AnotherProductTest::ownFailure);
    private final AnswerReader reader = new AnswerReader(api, new UntrustedText(List.of("s3cret")));

    private record Domain(String name) {}

    private final RpcOperation<Domain> show =
            RpcOperation.read("ShowDomain", Map.of(), answer -> answer.read(answer.body(), Domain.class));

    private final RpcOperation<String> stop = RpcOperation.write("StopDomain", Map.of(), RpcAnswer::requestId);

    /** Each rule is needed by a service: other words, only for this call, repeated only if it is harmless. */
    private static Optional<CallFailedException> ownFailure(RpcError error) {
        if (BUSY.isFor(error)) {
            boolean isWrite = error.operation().isWrite();
            return Optional.of((isWrite ? BUSY : BUSY.passing()).failure(error));
        }
        ErrorRule used = new ErrorRule("Used|Throttling", Reason.REFUSED, Effect.NONE, "Stop it first.");
        return Optional.of(error)
                .filter(used::isFor)
                .map(each -> used.failure(each).ofThisCall());
    }

    @Test
    void anAnswerNeedsNoWrapper() throws CallFailedException {
        assertEquals(new Domain("a"), reader.read(show, new Answer(200, "{\"RequestId\":\"1\",\"name\":\"a\"}")));
        assertEquals("1 ***", reader.read(stop, new Answer(200, "{\"RequestId\":\"1 s3cret\"}")));
    }

    @Test
    void itsOwnErrorsComeBeforeThoseOfTheGateway() {
        CallFailedException failure = failure(stop, "Throttling");

        assertEquals("Throttling, 'no ***' (request id 1)", failure.getMessage());
        assertEquals("Stop it first.", failure.remedy());
        assertEquals(Reason.REFUSED, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
        assertEquals(Scope.THIS_CALL, failure.scope());
        assertEquals(Optional.of("1"), failure.requestId());
        assertFalse(failure.mayPass());
    }

    @Test
    void anErrorOfAReadMayBeRetried() {
        assertTrue(failure(show, "Busy").mayPass());
        assertFalse(failure(stop, "Busy").mayPass());
        assertEquals(Effect.UNKNOWN, failure(stop, "Busy").effect());
    }

    @Test
    void theMessageSaysThatTheRequestIdIsMissing() {
        CallFailedException failure = assertThrows(
                CallFailedException.class, () -> reader.read(stop, new Answer(400, "{\"Code\":\"Busy\"}")));

        assertEquals("Busy (no request id)", failure.getMessage());
        assertEquals(Optional.empty(), failure.requestId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forbidden.RAM       | DENIED  | NONE    | Grant the RAM user or role the action cdn:StopDomain on resource *.",
                "InvalidApi.NotFound | NOT_OFFERED | NONE    | {endpoint} is not the CDN API of version 2018-05-10.",
                "Other               | REFUSED | UNKNOWN | Search the CDN error center for this code, or open a ticket with the request id."
            })
    void theErrorsOfTheGatewayNameTheProduct(String code, Reason reason, Effect effect, String remedy) {
        CallFailedException failure = failure(stop, code);

        assertEquals(remedy, failure.remedy());
        assertEquals(reason, failure.reason());
        assertEquals(effect, failure.effect());
        assertFalse(failure.mayPass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling.Api", "ServiceUnavailable", "InternalError", "SignatureNonceUsed"})
    void aTemporaryErrorOfTheGatewayIsRetried(String code) {
        assertTrue(failure(stop, code).mayPass());
    }

    @Test
    void anAnswerOfAnotherServerIsNotAccepted() {
        CallFailedException failure =
                assertThrows(CallFailedException.class, () -> reader.read(stop, new Answer(200, "<html>")));

        assertEquals(
                "the answer was HTTP 200 with '<html>', which is not the JSON object of the CDN API",
                failure.getMessage());
        assertEquals(
                "Check that {endpoint} is the CDN API and that no proxy or portal answers instead of it.",
                failure.remedy());
    }

    @Test
    void fromStatus500OnTheServiceHasAnError() {
        CallFailedException failure =
                assertThrows(CallFailedException.class, () -> reader.read(stop, new Answer(500, "<html>")));

        assertEquals(Reason.UNANSWERED, failure.reason());
        assertTrue(failure.mayPass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":{}}", "{\"name\":[\"a\"]}"})
    void anAnswerThatCannotBeReadIsQuoted(String shape) {
        String body = shape.replace("{\"n", "{\"RequestId\":\"s3cret\",\"n");

        CallFailedException failure =
                assertThrows(CallFailedException.class, () -> reader.read(show, new Answer(200, body)));

        assertEquals(
                "the answer of ShowDomain has an unknown format, '" + body.replace("s3cret", "***") + "'",
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
    }

    @Test
    void aSecretAnswerIsNotQuoted() {
        CallFailedException failure = assertThrows(
                CallFailedException.class,
                () -> reader.read(show.secret(), new Answer(200, "{\"RequestId\":\"1\",\"name\":{}}")));

        assertEquals("the answer of ShowDomain has an unknown format", failure.getMessage());
    }

    @Test
    void aWriteWhoseAnswerCannotBeReadMayHaveRun() {
        RpcOperation<String> write = RpcOperation.write("StopDomain", Map.of(), answer -> {
            throw answer.unreadable("has no name");
        });

        CallFailedException failure = assertThrows(
                CallFailedException.class, () -> reader.read(write, new Answer(200, "{\"RequestId\":\"1\"}")));

        assertEquals("the answer of StopDomain has no name, '{\"RequestId\":\"1\"}'", failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @Test
    void anOperationIsImmutable() {
        RpcOperation<Domain> larger = show.answeringUpTo(16).secret();

        assertEquals(1, show.mostMib());
        assertFalse(show.isSecret());
        assertEquals(16, larger.mostMib());
        assertTrue(larger.isSecret());
        assertFalse(larger.isWrite());
        assertTrue(stop.secret().answeringUpTo(2).isWrite());
        assertTrue(stop.secret().answeringUpTo(2).isSecret());
    }

    private CallFailedException failure(RpcOperation<?> operation, String code) {
        String body = "{\"Code\":\"" + code + "\",\"Message\":\"no s3cret\",\"RequestId\":\"1\"}";
        return assertThrows(CallFailedException.class, () -> reader.read(operation, new Answer(400, body)));
    }
}
