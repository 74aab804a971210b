// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.NEW;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static io.github.edgeroutine.esa.EsaFixture.PRODUCTION;
import static io.github.edgeroutine.esa.EsaFixture.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A publish, over a real connection. */
class VersionDeploymentTest {

    private static final Traffic SPLIT = new Traffic(Map.of(OLD, 90, NEW, 10));

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(WireFixture.KEY, EsaPlan.FREE);

    private final EsaAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = EsaFixture.routines(extension);

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", NEW.digits(), List.of());
        account.publish("hello", OLD.digits(), List.of("production"));
    }

    @Test
    void aPublishIsADeploymentOfOneVersion() throws CallFailedException {
        PublishAnswer answer = routines.publish(alone());

        assertEquals(Optional.of(NEW.digits()), answer.revision());
        assertEquals(account.deployment("hello", "production"), answer.deployment());
        assertEquals(
                "CreateRoutineCodeDeployment", EsaFixture.lastCall(extension).action());
        assertEquals(
                Map.of(
                        "Name",
                        "hello",
                        "Env",
                        "production",
                        "Strategy",
                        "percentage",
                        "CodeVersions",
                        "[{\"CodeVersion\":\"1710120201067203242\",\"Percentage\":100}]"),
                EsaFixture.lastCall(extension).form());
        assertEquals(Map.of("production", Map.of(NEW.digits(), 100)), account.live("hello"));
    }

    @Test
    void aSplitIsADeploymentOfTwoVersions() throws CallFailedException {
        PublishAnswer answer = routines.publish(split());

        answer.confirm(SPLIT);
        assertEquals(
                "[{\"CodeVersion\":\"1710120201067203241\",\"Percentage\":90},"
                        + "{\"CodeVersion\":\"1710120201067203242\",\"Percentage\":10}]",
                EsaFixture.lastCall(extension).form().get("CodeVersions"));
        assertEquals(SPLIT, routines.describe(HELLO).liveIn(PRODUCTION));
        assertEquals(answer.deployment(), routines.describe(HELLO).deploymentIn(PRODUCTION));
    }

    @Test
    void severalEnvironmentsAreRefusedBeforeAnyCall() {
        assertThrows(
                IllegalArgumentException.class,
                () -> routines.publish(new PublishCall(HELLO, NEW, List.of(STAGING, PRODUCTION))));

        assertEquals(List.of(), service.calls());
    }

    @Test
    void oneVersionIsPublishedWithTheOlderOperationOfAnOldGateway() throws CallFailedException {
        service.scriptForever("CreateRoutineCodeDeployment", notFound());

        PublishAnswer answer = routines.publish(alone());

        assertEquals(Optional.of(NEW.digits()), answer.revision());
        assertEquals(Optional.empty(), answer.deployment());
        assertEquals(
                List.of("CreateRoutineCodeDeployment", "PublishRoutineCodeVersion"), EsaFixture.actions(extension));
        assertEquals(
                Map.of("Name", "hello", "Env", "production", "CodeVersion", NEW.digits()),
                EsaFixture.lastCall(extension).form());
        assertEquals(Map.of("production", Map.of(NEW.digits(), 100)), account.live("hello"));
    }

    @Test
    void anOldGatewayCannotSplitTraffic() {
        service.scriptForever("CreateRoutineCodeDeployment", notFound());

        CallFailedException failure = WireFixture.failure(() -> routines.publish(split()));

        assertTrue(
                failure.getMessage()
                        .matches("InvalidApi\\.NotFound, 'no such operation' \\(request id [^)]+\\), and"
                                + " without this operation the service cannot split traffic"),
                failure.getMessage());
        assertEquals("Publish only one revision to the environment.", failure.remedy());
        assertEquals(Effect.NONE, failure.effect());
        assertTrue(failure.requestId().isPresent());
        assertEquals(List.of("CreateRoutineCodeDeployment"), EsaFixture.actions(extension));
    }

    @Test
    void aGatewayWithoutAPublishOperationIsNotTheService() {
        service.scriptForever(notFound());

        CallFailedException failure = WireFixture.failure(() -> routines.publish(alone()));

        assertEquals(Reason.NOT_OFFERED, failure.reason());
        assertEquals("{endpoint} is not the ESA API of version 2024-09-10.", failure.remedy());
    }

    @Test
    void theOlderOperationIsNotUsedAfterAnotherRefusal() {
        service.script(Fault.error(400, "LockFailed", "no"));

        assertTrue(WireFixture.failure(() -> routines.publish(alone())).mayPass());
        assertEquals(List.of("CreateRoutineCodeDeployment"), EsaFixture.actions(extension));
        assertEquals(Map.of("production", Map.of(OLD.digits(), 100)), account.live("hello"));
    }

    @Test
    void aMissingVersionIsRefused() {
        CallFailedException failure = WireFixture.failure(
                () -> routines.publish(new PublishCall(HELLO, new CodeRevision("17"), List.of(PRODUCTION))));

        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "InvalidParameter, '(simulated) the routine hello has no code version 17' (request id"),
                failure.getMessage());
        assertEquals(
                "The service does not know this revision or does not accept it. It may have been deleted, or not"
                        + " ready yet. Run edge-routine:status to list the revisions.",
                failure.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RequestId':'1'}",
                "{'RequestId':'1','CodeVersions':null}",
                "{'RequestId':'1','CodeVersions':[17]}"
            })
    void anAnswerThatNamesNoVersionConfirmsThePublish(String answer) throws CallFailedException {
        service.script(EsaFixture.json(answer));

        assertEquals(Optional.empty(), routines.publish(alone()).revision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'CodeVersions':[{'CodeVersion':1710120201067203242,'Percentage':'100'}] | 1710120201067203242",
                "'CodeVersion':'1710120201067203242'                                     | 1710120201067203242",
                "'CodeVersions':[{'CodeVersion':'1710120201067203242'},{'CodeVersion':'18'}] | 18"
            })
    void anUnexpectedVersionInTheAnswerIsReported(String members, String told) throws CallFailedException {
        service.script(EsaFixture.json("{'RequestId':'1'," + members.strip() + "}"));

        assertEquals(Optional.of(told), routines.publish(alone()).revision());
    }

    private static PublishCall alone() {
        return new PublishCall(HELLO, NEW, List.of(PRODUCTION));
    }

    private static PublishCall split() {
        return new PublishCall(HELLO, SPLIT, List.of(PRODUCTION));
    }

    private static Fault notFound() {
        return Fault.error(404, "InvalidApi.NotFound", "no such operation");
    }
}
