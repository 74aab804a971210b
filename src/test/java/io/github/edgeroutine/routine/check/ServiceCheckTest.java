// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.check.ServiceOnWire.Product;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.upkeep.ConfigureRequest;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceCheckTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Intention PUBLISH = publish("101", "staging", "production");
    private static final Fault FORBIDDEN = Fault.error(403, "Forbidden.RAM", "You are not authorized.");

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWhereAllIsThere(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            Findings findings = service.check().check(List.of(upload(false), PUBLISH));

            assertEquals(List.of(), findings.faults());
            assertEquals(List.of(), findings.gaps());
            assertTrue(findings.isAnswered());
            assertEquals(
                    "Routine hello exists. Environments: staging, production. Room for more revisions: "
                            + (product == Product.DCDN ? 9 : 19) + ".",
                    findings.facts().get(0));
        }
    }

    @Test
    void readsProveWhatTheyCallAndTheGoalsHaveToProveTheRest() throws IOException {
        try (ServiceOnWire dcdn = new ServiceOnWire(Product.DCDN);
                ServiceOnWire esa = new ServiceOnWire(Product.ESA)) {
            List<Intention> all = List.of(upload(false), PUBLISH);
            assertEquals(
                    "The key has the permissions that the checks used: dcdn:DescribeRoutine,"
                            + " dcdn:DescribeRoutineCodeRevision."
                            + " These permissions cannot be checked without a change: dcdn:UploadStagingRoutineCode,"
                            + " dcdn:CommitStagingRoutineCode, dcdn:PublishRoutineCodeRevision.",
                    dcdn.check().check(all).facts().get(1));
            assertEquals(List.of("DescribeRoutine", "DescribeRoutineCodeRevision"), dcdn.actions());
            assertEquals(
                    "The key has the permissions that the checks used: esa:GetRoutine, esa:ListRoutineCodeVersions,"
                            + " esa:ListEdgeRoutinePlans, esa:GetRoutineCodeVersion. These permissions cannot be"
                            + " checked without a change: esa:GetRoutineStagingCodeUploadInfo,"
                            + " esa:CommitRoutineStagingCode,"
                            + " esa:GetRoutineCodeVersionInfo, esa:CreateRoutineCodeDeployment,"
                            + " esa:PublishRoutineCodeVersion.",
                    esa.check().check(all).facts().get(1));
            assertEquals(
                    List.of("ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine", "GetRoutineCodeVersion"),
                    esa.actions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEachEnvironmentAndEachRevisionThatIsNotThere(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            Findings findings = service.check().check(List.of(PUBLISH, publish("7", "stagin", "produktion")));

            assertEquals(
                    List.of(
                            "publish@default: Routine hello has no environment stagin, see {environments}. Did"
                                    + " you mean staging? There are: staging, production.",
                            "publish@default: Routine hello has no environment produktion, see {environments}."
                                    + " Did you mean production? There are: production, staging.",
                            "publish@default: Routine hello has no revision 7, see {codeRevision}. It has, newest"
                                    + " first: 101"),
                    findings.faults().stream()
                            .map(fault -> fault.replaceFirst("(first: 101).*", "$1"))
                            .toList());
        }
    }

    @Test
    void anEnvironmentThatIsConfiguredBeforeNeedNotBeThere() throws IOException {
        Environment canary = new Environment("presetCanaryZhejiang");
        Intention adds =
                Intention.of("configure@default", new ConfigureRequest(HELLO, Map.of(canary, Setting.NONE), false));
        try (ServiceOnWire service = new ServiceOnWire(Product.DCDN)) {
            Findings findings = service.check().check(List.of(publish("latest", canary.name()), adds));

            assertEquals(List.of(), findings.faults());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRoutineIsAFaultUnlessAGoalMakesIt(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            RoutineName other = new RoutineName("hallo");
            Intention status = simple("status@default", "status", other);
            Intention create = simple("create@default", "create", other);

            String fault = service.check().check(List.of(status)).faults().get(0);
            assertTrue(fault.startsWith("Routine hallo does not exist, see {name}. Did you mean hello?"), fault);
            assertTrue(
                    fault.contains(" To create it, run edge-routine:create or set {createRoutine} of upload."), fault);

            Findings findings = service.check().check(List.of(status, create));
            assertEquals(List.of(), findings.faults());
            assertEquals(
                    List.of("Routine hallo does not exist yet. It is created by" + " create@default."),
                    findings.facts());
        }
    }

    @Test
    void anUploadThatCreatesItsRoutineMakesIt() throws IOException {
        UploadRequest upload = new UploadRequest(
                new RoutineName("other"), "", new byte[1], Optional.empty(), false, false, Optional.empty(), true);
        try (ServiceOnWire service = new ServiceOnWire(Product.DCDN)) {
            assertEquals(
                    List.of(),
                    service.check()
                            .check(List.of(Intention.of("upload@a", upload)))
                            .faults());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoutineWithoutRoomIsAFaultForCodeThatItDoesNotHold(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            int most = product == Product.DCDN ? 10 : 20;
            for (int revision = 102; revision < 101 + most; revision++) {
                service.account().ensure("hello", String.valueOf(revision), List.of());
            }
            String fault =
                    service.check().check(List.of(upload(false))).faults().get(0);

            assertTrue(
                    fault.startsWith("upload@default: Routine hello has " + most + " revisions, and the service keeps "
                            + most + ". "),
                    fault);
            assertEquals(List.of(), service.check().check(List.of(upload(true))).faults());
            assertEquals(List.of(), service.check().check(List.of(PUBLISH)).faults());
            assertEquals(
                    List.of(),
                    service.check()
                            .check(List.of(upload(false), simple("prune@a", "prune", HELLO)))
                            .faults());
        }
    }

    @Test
    void aFullRoutineIsNotAProblemForCodeThatItAlreadyContains() throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(Product.DCDN)) {
            DcdnAccount account = (DcdnAccount) service.account();
            for (int revision = 102; revision <= 110; revision++) {
                account.ensure("hello", String.valueOf(revision), "new code".getBytes(UTF_8), List.of());
            }

            assertEquals(
                    List.of(), service.check().check(List.of(upload(false))).faults());
        }
    }

    @ParameterizedTest
    @CsvSource({"DCDN, DescribeRoutine, dcdn:DescribeRoutine", "ESA, GetRoutine, esa:GetRoutine"})
    void aReadThatIsNotAllowedBringsThePolicyThatIsNeeded(Product product, String action, String permission)
            throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            service.simulator().scriptForever(action, FORBIDDEN);
            Findings findings = service.check().check(List.of(PUBLISH));

            String fault = findings.faults().get(0);
            assertTrue(
                    fault.startsWith(
                            "Routine hello could not be read: Forbidden.RAM, 'You are not authorized.' (request"),
                    fault);
            assertTrue(
                    fault.contains("Grant the RAM user or role the action " + permission + " on resource *. This"
                            + " policy grants all permissions that the goals of this module need: {\"Version\":\"1\","),
                    fault);
            assertTrue(findings.isAnswered());
            if (product == Product.DCDN) {
                assertTrue(
                        fault.endsWith("\"Action\":[\"dcdn:DescribeRoutine\",\"dcdn:DescribeRoutineUserInfo\","
                                + "\"dcdn:PublishRoutineCodeRevision\"]}]}"),
                        fault);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DCDN, DescribeRoutineCodeRevision", "ESA, GetRoutineCodeVersion"})
    void codeThatMayNotBeReadIsAFaultAndCodeThatCannotBeReadIsAGap(Product product, String action) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            service.simulator().script(action, FORBIDDEN, Fault.THROTTLE);
            Findings denied = service.check().check(List.of(upload(false)));
            Findings lost = service.check().check(List.of(upload(false)));

            assertTrue(
                    denied.faults().get(0).startsWith("The code of revision 101 of routine hello could not be read:"));
            assertTrue(denied.faults().get(0).contains("CommitStaging") || product == Product.ESA);
            assertEquals(List.of(), lost.faults());
            assertTrue(lost.gaps().get(0).startsWith("The code of revision 101 of routine hello could not be read:"));
            assertFalse(
                    lost.facts().get(1).replaceFirst("These permissions.*", "").contains(action));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsAFaultAndEndsTheCheck(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            Findings findings = service.check("wrong").check(List.of(upload(false), PUBLISH));

            String fault = findings.faults().get(0);
            assertTrue(fault.startsWith("Routine hello could not be read: SignatureDoesNotMatch"), fault);
            assertTrue(fault.contains("The AccessKey secret is wrong"), fault);
            assertFalse(findings.isAnswered());
            assertEquals(1, service.simulator().calls().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsFarOffIsAFault(Product product) throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            service.simulator()
                    .script(Fault.error(400, "InvalidTimeStamp.Expired", "Specified time stamp is expired."));

            String fault = service.check().check(List.of(PUBLISH)).faults().get(0);
            assertTrue(fault.endsWith("The clock of this machine is wrong by several minutes. Set it."), fault);
        }
    }

    /** A build may go on: the service may answer the goals. */
    @ParameterizedTest
    @EnumSource
    void whatMayPassIsAGap(Product product) throws IOException {
        List<Fault> passing = List.of(
                Fault.THROTTLE,
                Fault.cut(),
                Fault.truncated(),
                Fault.error(503, "ServiceUnavailable", "Later."),
                Fault.raw(200, "text/html", "<html>Please log in</html>"));
        try (ServiceOnWire service = new ServiceOnWire(product)) {
            for (Fault fault : passing) {
                service.simulator().script(fault);
                Findings findings = service.check().check(List.of(PUBLISH));

                assertEquals(List.of(), findings.faults(), fault.toString());
                assertTrue(findings.gaps().get(0).startsWith("Routine hello could not be read: "), fault.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatCannotBeReachedIsAGap(Product product) throws IOException {
        ServiceOnWire service = new ServiceOnWire(product);
        ServiceCheck check = service.check();
        service.close();
        Findings findings = check.check(List.of(PUBLISH));

        assertEquals(List.of(), findings.faults());
        assertEquals(1, findings.gaps().size());
        assertFalse(findings.isAnswered());
    }

    @Test
    void variablesAloneNeedNoRightToReadTheRoutine() throws IOException {
        Intention variables = simple("variables@default", "variables", HELLO);
        try (ServiceOnWire service = new ServiceOnWire(Product.ESA)) {
            assertEquals(
                    List.of("The key has the permissions that the checks used:"
                            + " esa:ListRoutineEnvironmentVariables. These permissions cannot be checked"
                            + " without a change: esa:SetRoutineEnvironmentVariables."),
                    service.check().check(List.of(variables)).facts());
            assertEquals(List.of("ListRoutineEnvironmentVariables"), service.actions());
        }
    }

    @Test
    void theOwnerOfTheKeyIsReportedButNotRequired() throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(Product.DCDN)) {
            service.simulator().script("GetCallerIdentity", Fault.NONE, FORBIDDEN);

            assertEquals(
                    "The key belongs to account 1234567890123456 (user/simulated).",
                    service.check().owner());
            String refused = service.check().owner();
            assertTrue(refused.startsWith("It is not known who owns the key: Forbidden.RAM, "), refused);
        }
    }

    @Test
    void aCheckWritesNothing() throws IOException {
        try (ServiceOnWire service = new ServiceOnWire(Product.ESA)) {
            service.check().check(List.of(upload(true), PUBLISH, simple("prune@a", "prune", HELLO)));

            assertEquals(
                    List.of(),
                    service.actions().stream()
                            .filter(action -> !action.matches("(Get|List).*"))
                            .toList());
        }
    }

    private static Intention simple(String goal, String kind, RoutineName routine) {
        return Intention.of(goal, kind, routine).orElseThrow();
    }

    private static Intention publish(String revision, String... environments) {
        return Intention.of(
                "publish@default",
                RequestFor.revision(revision, Stream.of(environments).toArray(String[]::new))
                        .request());
    }

    private static Intention upload(boolean pruneOnLimit) {
        return Intention.of(
                "upload@default", new UploadRequest(HELLO, "", "new code".getBytes(UTF_8), false, pruneOnLimit));
    }
}
