// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each error of the service means, and what the user is told to do. */
class EsaErrorTest {

    private static final String SITES = " Accounts of aliyun.com need {region=cn-hangzhou}, those of alibabacloud.com"
            + " {region=ap-southeast-1}.";

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(WireFixture.KEY, EsaPlan.FREE);

    private final RoutineClient routines = EsaFixture.routines(extension);

    @ParameterizedTest
    @CsvSource({
        "LockFailed,                        REFUSED,    NONE,    true,  THIS_CALL",
        "Site.ServiceBusy,                  REFUSED,    NONE,    true,  THIS_CALL",
        "TooManyRequests,                   REFUSED,    NONE,    true,  THIS_CALL",
        "Throttling.Api,                    REFUSED,    NONE,    true,  ALL_CALLS",
        "InternalException,                 UNANSWERED, UNKNOWN, false, ALL_CALLS",
        "InternalOperationError,            UNANSWERED, UNKNOWN, false, ALL_CALLS",
        "RoutineNotExist,                   MISSING,    NONE,    false, THIS_CALL",
        "ServiceNotOpen,                    REFUSED,    NONE,    false, ALL_CALLS",
        "InvalidAccessKeyId.NotFound,       REFUSED,    NONE,    false, ALL_CALLS",
        "RoutineUserServiceStatusHalt,      REFUSED,    NONE,    false, ALL_CALLS",
        "CodeVersionNumberExceedQuotaLimit, LIMIT,      NONE,    false, THIS_CALL",
        "RoutineAlreadyExist,               REFUSED,    NONE,    false, ALL_CALLS",
        "RoutineNameAlreadyExist,           REFUSED,    NONE,    false, ALL_CALLS",
        "RoutineNameAlreadyExists,          REFUSED,    NONE,    false, ALL_CALLS",
        "RoutineNumberExceedQuotaLimit,     REFUSED,    NONE,    false, ALL_CALLS",
        "DependedByOthers,                  REFUSED,    NONE,    false, THIS_CALL",
        "InvalidParameter,                  REFUSED,    NONE,    false, THIS_CALL",
        "ParameterNotExist,                 REFUSED,    NONE,    false, THIS_CALL",
        "Forbidden.RAM,                     DENIED,     NONE,    false, THIS_CALL",
        "SomethingNew,                      REFUSED,    UNKNOWN, false, ALL_CALLS"
    })
    void anErrorOfAWriteSaysWhatBecameOfIt(String code, Reason reason, Effect effect, boolean mayPass, Scope scope) {
        CallFailedException failure = ofWrite(code);

        assertEquals(code + ", 'no' (request id ", failure.getMessage().replaceFirst("(?<=request id ).*", ""));
        assertEquals(
                List.of(reason, effect, mayPass, scope),
                List.of(failure.reason(), failure.effect(), failure.mayPass(), failure.scope()));
    }

    /** A read changes nothing, so that it may be repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"InternalException", "InternalOperationError"})
    void aFaultOfTheServicePassesForReadsAlone(String code) {
        extension.simulator().script(Fault.error(400, code, "no"));

        CallFailedException failure = WireFixture.failure(() -> routines.describe(HELLO));

        assertTrue(failure.mayPass());
        assertEquals(Effect.NONE, failure.effect());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LockFailed       | Another client writes to the routine at the same time, or the service has too much to"
                        + " do: try again in a minute.",
                "InternalException | The service has a fault of its own: try again later, then open a ticket with the"
                        + " request id.",
                "RoutineUserServiceStatusHalt | Edge Routine is stopped for this account: see in {console} what is wrong,"
                        + " such as an unpaid bill.",
                "CodeVersionNumberExceedQuotaLimit | The plan of the account has no room for another revision of the"
                        + " routine, and staged code is one of them: delete some with edge-routine:prune, or let upload"
                        + " do it with {pruneOnLimit}.",
                "RoutineAlreadyExist | The name is taken. If this account does not show such a routine, another one may have"
                        + " it: choose another {name}.",
                "RoutineNumberExceedQuotaLimit | The plan of the account has no room for another routine: delete one that"
                        + " nobody needs, or take a larger plan, in {console}.",
                "DependedByOthers | Something still needs it: an environment runs the revision, with a share of its"
                        + " traffic at least. See it with edge-routine:status.",
                "InvalidParameter | The service knows no such revision, or does not take it: it may be gone, or not ready"
                        + " yet. See with edge-routine:status which there are.",
                "Forbidden.RAM    | Grant the RAM user or role the action esa:DeleteRoutineCodeVersion on resource *."
            })
    void theRemedySaysWhatToDo(String code, String remedy) {
        assertEquals(remedy, ofWrite(code.strip()).remedy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RoutineNotExist | The account has no such routine.",
                "ServiceNotOpen  | Edge Routine of ESA is not activated for this account: activate it in {console}.",
                "InvalidAccessKeyId.NotFound | The AccessKey does not exist or is disabled: see it in the RAM console, and"
                        + " which credentials the log names above."
            })
    void whatMayBeAnAccountOfTheOtherSiteNamesTheRegionOfBoth(String code, String reason) {
        assertEquals(reason + SITES, ofWrite(code.strip()).remedy());
    }

    /** Each constant is one row of the tables above. */
    @Test
    void everyErrorOfTheServiceIsTested() {
        assertEquals(
                List.of(
                        "BUSY",
                        "BROKEN",
                        "NO_ROUTINE",
                        "NOT_OPENED",
                        "UNKNOWN_KEY",
                        "HALTED",
                        "LIMIT",
                        "TAKEN",
                        "NO_ROOM",
                        "IN_USE",
                        "WRONG"),
                Stream.of(EsaError.values()).map(EsaError::name).toList());
    }

    private CallFailedException ofWrite(String code) {
        extension.simulator().script(Fault.error(400, code, "no"));
        return WireFixture.failure(() -> routines.delete(HELLO, OLD));
    }
}
