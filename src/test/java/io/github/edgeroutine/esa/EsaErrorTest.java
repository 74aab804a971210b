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

/** The meaning of each error of the service, and its remedy. */
class EsaErrorTest {

    private static final String SITES = " Accounts of aliyun.com need {region=cn-hangzhou}, accounts of"
            + " alibabacloud.com need {region=ap-southeast-1}.";

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
    void anErrorOfAWriteHasAnEffect(String code, Reason reason, Effect effect, boolean mayPass, Scope scope) {
        CallFailedException failure = ofWrite(code);

        assertEquals(code + ", 'no' (request id ", failure.getMessage().replaceFirst("(?<=request id ).*", ""));
        assertEquals(
                List.of(reason, effect, mayPass, scope),
                List.of(failure.reason(), failure.effect(), failure.mayPass(), failure.scope()));
    }

    /** A read changes nothing, so it may be repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"InternalException", "InternalOperationError"})
    void onlyReadsAreRetriedAfterAnErrorOfTheService(String code) {
        extension.simulator().script(Fault.error(400, code, "no"));

        CallFailedException failure = WireFixture.failure(() -> routines.describe(HELLO));

        assertTrue(failure.mayPass());
        assertEquals(Effect.NONE, failure.effect());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LockFailed | Another client writes to the routine at the same time, or the service is busy."
                        + " Try again in a minute.",
                "InternalException | The service has an internal error. Try again later. If it fails again,"
                        + " open a ticket with the request id.",
                "RoutineUserServiceStatusHalt | Edge Routine is stopped for this account. Find the cause in"
                        + " {console}, for example an unpaid bill.",
                "CodeVersionNumberExceedQuotaLimit | The plan of the account allows no more revisions of the"
                        + " routine, including staged code. Delete some with edge-routine:prune, or let"
                        + " upload do it with {pruneOnLimit}.",
                "RoutineAlreadyExist | The name is already in use. If this account has no routine with this"
                        + " name, another account may use it. Choose another {name}.",
                "RoutineNumberExceedQuotaLimit | The plan of the account allows no more routines. Delete one"
                        + " that is not needed, or choose a larger plan, in {console}.",
                "DependedByOthers | The revision is in use: an environment sends all or a part of its traffic"
                        + " to it. Run edge-routine:status to see which.",
                "InvalidParameter | The service does not know this revision or does not accept it. It may"
                        + " have been deleted, or not ready yet. Run edge-routine:status to list the revisions.",
                "Forbidden.RAM    | Grant the RAM user or role the action esa:DeleteRoutineCodeVersion on resource *."
            })
    void theRemedySaysWhatToDo(String code, String remedy) {
        assertEquals(remedy, ofWrite(code.strip()).remedy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RoutineNotExist | The account has no routine with this name.",
                "ServiceNotOpen | Edge Routine of ESA is not activated for this account. Activate it in"
                        + " {console}.",
                "InvalidAccessKeyId.NotFound | The AccessKey does not exist or is disabled. Check it in the"
                        + " RAM console. The log above says which credentials were used."
            })
    void aRemedyNamesBothRegionsIfTheSiteMayBeWrong(String code, String reason) {
        assertEquals(reason + SITES, ofWrite(code.strip()).remedy());
    }

    /** Each constant has a row in the tables above. */
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
