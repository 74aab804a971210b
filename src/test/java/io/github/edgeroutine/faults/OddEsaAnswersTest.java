// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.upkeep.Pruner;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.OddRpcAnswer;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaConduct;
import io.github.edgeroutine.simulator.esa.EsaFault;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import io.github.edgeroutine.simulator.esa.OddEsaAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A routine of ESA from its first upload to its last change, with a service that answers in an unusual but valid way.
 */
class OddEsaAnswersTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Environment PRODUCTION = new Environment("production");

    /** The service uses the clock of the goal, so a version becomes ready in a simulated pause. */
    private final SkippedTime clock = new SkippedTime();

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(InjectedFault.KEY, EsaPlan.FREE, clock);

    private final EsaAccount account = extension.account();
    private final GoalFixture fixture =
            GoalFixture.of(ServiceUnderTest.ESA, extension.simulator().endpoint(), clock);

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", List.of());
    }

    @ParameterizedTest
    @MethodSource
    void everyGoalHasTheSameResult(OddAnswer odd) throws Exception {
        extension.simulator().answerOddly(odd);

        live();

        assertEquals(List.of(), fixture.warnings());
    }

    @ParameterizedTest
    @EnumSource
    void everyBehaviourOfTheServiceHasTheSameResult(EsaConduct conduct) throws Exception {
        account.conduct().behave(conduct);

        live();

        assertEquals(List.of(), fixture.warnings());
    }

    @ParameterizedTest
    @MethodSource
    void temporaryErrorsAreRetried(Fault fault) throws Exception {
        for (String write : List.of(
                "CommitRoutineStagingCode", "CreateRoutineCodeDeployment", "DeleteRoutineCodeVersion", "GetRoutine")) {
            extension.simulator().script(write, fault);
        }

        live();

        assertTrue(fixture.warnings().stream().allMatch(warning -> warning.startsWith("Attempt 1 of 4 to ")));
        assertEquals(4, fixture.warnings().size());
    }

    private static Stream<Fault> temporaryErrorsAreRetried() {
        return Stream.of(
                EsaFault.LOCK_FAILED, EsaFault.SITE_SERVICE_BUSY, EsaFault.TOO_MANY_REQUESTS, EsaFault.THROTTLING_API);
    }

    private static Stream<OddAnswer> everyGoalHasTheSameResult() {
        return Stream.of(OddRpcAnswer.values(), OddEsaAnswer.values()).flatMap(Stream::of);
    }

    private void live() throws Exception {
        String first = fixture.upload(upload("one & \"1\"")).revision().digits();
        assertEquals(
                first, fixture.upload(upload("one & \"1\"")).revision().digits(), "unchanged code makes no version");
        String second = fixture.upload(upload("two")).revision().digits();
        Outcome outcome = publish(second, "staging", "production");

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(Map.of("staging", Map.of(second, 100), "production", Map.of(second, 100)), account.live("hello"));
        assertArrayEquals("two".getBytes(UTF_8), account.code("hello", second));

        RoutineState state = fixture.routines().describe(HELLO);
        assertEquals("v&2 \"版本\"", state.revisions().get(0).description());
        List<Revision> deletable = Pruner.plan(state, 0, Set.of());
        new Pruner(fixture.routines(), fixture.time(), fixture).delete(HELLO, deletable);

        assertEquals(List.of(second), account.versions("hello"));
    }

    @Test
    void aDeploymentIsFoundAfterALostAnswer() {
        account.ensure("hello", "17", List.of());
        extension.simulator().script("CreateRoutineCodeDeployment", Fault.cut().afterTheOperation());

        assertEquals(Optional.empty(), publish("17", "production").failure());
        assertEquals(1, made("CreateRoutineCodeDeployment"));
    }

    /** Only reading the routine shows the result. */
    @Test
    void aDeploymentIsNotSentTwiceAfterAnErrorOfTheService() {
        account.ensure("hello", "17", List.of());
        extension.simulator().script("CreateRoutineCodeDeployment", EsaFault.INTERNAL_EXCEPTION);

        String failure = publish("17", "production").failure().orElseThrow();

        assertTrue(failure.contains("InternalException, 'Failed to call the service."), failure);
        assertTrue(failure.contains("The service has an internal error. Try again later"), failure);
        assertEquals(1, made("CreateRoutineCodeDeployment"));
    }

    @Test
    void aDeploymentBeforeAnErrorOfTheServiceIsFound() {
        account.ensure("hello", "17", List.of());
        extension.simulator().script("CreateRoutineCodeDeployment", EsaFault.INTERNAL_EXCEPTION.afterTheOperation());

        assertEquals(Optional.empty(), publish("17", "production").failure());
    }

    @Test
    void theSecondEnvironmentIsNotPublishedIfTheFirstFailed() {
        account.publish("hello", "16", List.of("staging", "production"));
        account.ensure("hello", "17", List.of());
        extension.simulator().script("CreateRoutineCodeDeployment", Fault.error(400, "InvalidParameter", "no"));

        String failure = publish("17", "staging", "production").failure().orElseThrow();

        assertTrue(failure.contains("InvalidParameter, 'no' (request id "), failure);
        assertEquals(1, made("CreateRoutineCodeDeployment"));
        assertEquals(Map.of("staging", Map.of("16", 100), "production", Map.of("16", 100)), account.live("hello"));
    }

    @Test
    void anOldGatewayGetsTheOldOperation() {
        account.ensure("hello", "17", List.of());
        extension
                .simulator()
                .scriptForever("CreateRoutineCodeDeployment", Fault.error(404, "InvalidApi.NotFound", "no"));

        assertEquals(Optional.empty(), publish("17", "staging", "production").failure());
        assertEquals(2, made("PublishRoutineCodeVersion"));
    }

    @Test
    void anOldGatewayReplacesASplit() {
        account.deploy("hello", "production", Map.of("16", 90, "17", 10));
        extension.simulator().scriptForever("CreateRoutineCodeDeployment", Fault.UNKNOWN_OPERATION);

        assertEquals(Optional.empty(), publish("17", "production").failure());
        assertEquals(Map.of("production", Map.of("17", 100)), account.live("hello"));
    }

    /** The effect of the older operation on a split is not known. */
    @Test
    void aSplitThatAnOldGatewayConfirmsAndKeepsIsAFailure() {
        account.deploy("hello", "production", Map.of("16", 90, "17", 10));
        extension.simulator().scriptForever("CreateRoutineCodeDeployment", Fault.UNKNOWN_OPERATION);
        extension
                .simulator()
                .script(
                        "PublishRoutineCodeVersion",
                        Fault.raw(200, "application/json", "{\"RequestId\":\"4711\",\"CodeVersion\":\"17\"}"));

        assertEquals(
                Optional.of("The service accepted revision 17 of routine hello in production, but the routine did not"
                        + " show it everywhere within 30 s. Now production runs 16 (90 %) and 17 (10 %)."
                        + " Publish again, or raise"
                        + " {verifyTimeout} if the routine only needs more time."),
                publish("17", "production").failure());
    }

    @Test
    void aDeploymentThatShowsLateIsWaitedFor() {
        account.publish("hello", "16", List.of("production"));
        account.ensure("hello", "17", List.of());
        String old =
                "{\"RequestId\":\"4711\",\"CreateTime\":\"\",\"Envs\":[{\"Env\":\"production\",\"CodeVersion\":\"16\"}]}";
        Fault late = Fault.raw(200, "application/json", old);
        extension.simulator().script("GetRoutine", Fault.NONE, late, late, late);

        assertEquals(Optional.empty(), publish("17", "production").failure());
        assertEquals(1, made("CreateRoutineCodeDeployment"));
    }

    /** It is not known whether it counts, as with DCDN, so one revision more is deleted than necessary. */
    @Test
    void listedStagedCodeCountsAsARevision() throws Exception {
        IntStream.range(11, 15).forEach(each -> account.ensure("hello", String.valueOf(each), List.of()));
        account.publish("hello", "14", List.of("production"));
        extension.simulator().answerOddly(OddEsaAnswer.UNSTABLE_IN_LIST);

        CodeRevision made = fixture.upload(new UploadRequest(HELLO, "v", "one".getBytes(UTF_8), false, true))
                .revision();

        assertEquals(List.of("12", "13", "14", made.digits()), account.versions("hello"));
    }

    @Test
    void aSplitIsNotUpToDate() {
        account.deploy("hello", "production", Map.of("16", 90, "17", 10));

        assertEquals(Optional.empty(), publish("17", "production").failure());

        assertEquals(Map.of("production", Map.of("17", 100)), account.live("hello"));
    }

    @Test
    void aVersionThatIsStillPreparedIsWaitedFor() throws Exception {
        account.conduct().prepareFor(Duration.ofSeconds(3));

        CodeRevision made = fixture.upload(upload("one")).revision();

        assertEquals(Optional.of(made), fixture.routines().describe(HELLO).latest());
    }

    @Test
    void aFullRoutineIsRefusedBeforeTheUpload() {
        IntStream.range(11, 16).forEach(each -> account.ensure("hello", String.valueOf(each), List.of()));

        GoalFailedException failure = assertThrows(GoalFailedException.class, () -> fixture.upload(upload("one")));

        assertTrue(
                failure.getMessage().startsWith("Routine hello has 5 revisions, and the service keeps 5. "),
                failure.getMessage());
        assertEquals(0, made("GetRoutineStagingCodeUploadInfo"));
    }

    /** The key has no permission to read the plan. The service itself reports its limit. */
    @Test
    void theServiceDecidesIfThePlanIsNotKnown() throws Exception {
        IntStream.range(11, 16).forEach(each -> account.ensure("hello", String.valueOf(each), List.of()));
        account.publish("hello", "15", List.of("production"));
        extension.simulator().scriptForever("ListEdgeRoutinePlans", Fault.error(403, "Forbidden.RAM", "no"));

        CodeRevision made = fixture.upload(new UploadRequest(HELLO, "v", "one".getBytes(UTF_8), false, true))
                .revision();

        assertEquals(List.of("12", "13", "14", "15", made.digits()), account.versions("hello"));
        assertEquals(
                Traffic.all(new CodeRevision("15")),
                fixture.routines().describe(HELLO).liveIn(PRODUCTION));
    }

    @Test
    void theMessageOfAMissingRoutineNamesBothRegions() {
        StateReader reader = new StateReader(fixture.routines());

        assertEquals(
                "Routine helo does not exist, see {name}. Did you mean hello? There are: hello. The"
                        + " account has no routine with this name. Accounts of aliyun.com need"
                        + " {region=cn-hangzhou}, accounts of alibabacloud.com need {region=ap-southeast-1}."
                        + " To create it, run edge-routine:create or set {createRoutine} of upload. Nothing"
                        + " was changed.",
                assertThrows(GoalFailedException.class, () -> reader.read(new RoutineName("helo"), "read the state"))
                        .getMessage());
    }

    @Test
    void anEnvironmentRunsNothingBeforeTheFirstPublish() throws Exception {
        assertEquals(Live.NOTHING, fixture.routines().describe(HELLO).liveIn(PRODUCTION));
    }

    private Outcome publish(String revision, String... environments) {
        return fixture.publisher()
                .publish(RequestFor.revision(revision, environments).request());
    }

    private long made(String action) {
        return extension.simulator().calls().stream()
                .filter(call -> call.action().equals(action))
                .count();
    }

    private static UploadRequest upload(String code) {
        return new UploadRequest(HELLO, "v&2 \"版本\"", code.getBytes(UTF_8), false, false);
    }
}
