// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.NEW;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static io.github.edgeroutine.esa.EsaFixture.PRODUCTION;
import static io.github.edgeroutine.esa.EsaFixture.STAGING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The read operations with the real SDK against the simulated service, over a real connection. */
class EsaStateTest {

    @RegisterExtension
    private final EsaExtension extension =
            new EsaExtension(WireFixture.KEY, new EsaPlan("er_paymode", "er_pay", 200, 40));

    private final EsaAccount account = extension.account();
    private final RoutineClient routines = EsaFixture.routines(extension);

    @Test
    void aRoutineShowsItsEnvironmentsAndItsVersions() throws CallFailedException {
        account.ensure("hello", OLD.digits(), "old".getBytes(UTF_8));
        account.deploy("hello", "production", Map.of(OLD.digits(), 90, NEW.digits(), 10));

        RoutineState state = routines.describe(HELLO);

        assertEquals(Map.of(STAGING, Live.NOTHING, PRODUCTION, new Traffic(Map.of(OLD, 90, NEW, 10))), state.live());
        assertEquals(List.of(STAGING, PRODUCTION), List.copyOf(state.live().keySet()));
        assertEquals(
                List.of(NEW, OLD),
                state.revisions().stream().map(Revision::number).toList());
        assertFalse(state.listsStagedCode());
        assertEquals(List.of(), state.unknown());
    }

    /** A version that goes live between the two calls is in the second answer. */
    @Test
    void theVersionsAreReadBeforeTheDeployments() throws CallFailedException {
        account.ensure("hello", List.of());

        routines.describe(HELLO);

        assertEquals(
                List.of("ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine"),
                EsaFixture.actions(extension));
        assertEquals(
                Map.of("Name", "hello"), extension.simulator().calls().get(2).form());
        assertEquals(
                Map.of("Name", "hello", "PageNumber", "1", "PageSize", "20"),
                extension.simulator().calls().get(0).form());
    }

    @Test
    void aSecondPageIsReadIfItExists() throws CallFailedException {
        IntStream.range(100, 121).forEach(each -> account.ensure("hello", "17000000000000000" + each, List.of()));

        RoutineState state = routines.describe(HELLO);

        assertEquals(21, state.revisions().size());
        assertEquals(Optional.of(new CodeRevision("17000000000000000120")), state.latest());
        assertEquals(
                List.of("ListRoutineCodeVersions", "ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine"),
                EsaFixture.actions(extension).subList(0, 4));
    }

    /** The operation has no third page, even if the total is larger. */
    @Test
    void aThirdPageIsNeverRead() throws CallFailedException {
        account.ensure("hello", List.of());
        String page = IntStream.range(10, 30)
                .mapToObj(each -> "{'CodeVersion':'17000000000000000" + each + "'}")
                .collect(joining(",", "{'RequestId':'1','TotalCount':100,'CodeVersions':[", "]}"));
        extension.simulator().scriptForever("ListRoutineCodeVersions", EsaFixture.json(page));

        assertEquals(20, routines.describe(HELLO).revisions().size());
        assertEquals(
                List.of("ListRoutineCodeVersions", "ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine"),
                EsaFixture.actions(extension));
    }

    @Test
    void twentyVersionsAreOnePage() throws CallFailedException {
        IntStream.range(100, 120).forEach(each -> account.ensure("hello", "17000000000000000" + each, List.of()));

        assertEquals(20, routines.describe(HELLO).revisions().size());
        assertEquals("ListEdgeRoutinePlans", EsaFixture.actions(extension).get(1));
    }

    @Test
    void aVersionWithoutItsFilesIsNotTheLatest() throws CallFailedException {
        account.ensure("hello", OLD.digits(), List.of());
        account.ensureInit("hello", NEW.digits(), Instant.now());

        RoutineState state = routines.describe(HELLO);

        assertEquals(Readiness.PREPARING, state.revisions().get(0).readiness());
        assertEquals(Optional.of(OLD), state.latest());
    }

    @Test
    void allRoutinesOfTheAccountAreListedPageByPage() throws CallFailedException {
        List<String> all =
                IntStream.range(100, 145).mapToObj(each -> "routine-" + each).toList();
        all.forEach(name -> account.ensure(name, List.of()));

        assertEquals(all, routines.names());
        assertEquals(3, EsaFixture.actions(extension).size());
        assertEquals(
                Map.of("PageNumber", "3", "PageSize", "20"),
                EsaFixture.lastCall(extension).form());
    }

    /** The service has no eleventh page. */
    @Test
    void twoHundredRoutinesCanBeListed() throws CallFailedException {
        IntStream.range(0, 200).forEach(each -> account.ensure("routine-" + each, List.of()));

        assertEquals(200, routines.names().size());
        assertEquals(10, EsaFixture.actions(extension).size());
    }

    @Test
    void aRoutineThatDoesNotExistIsMissing() {
        CallFailedException failure = WireFixture.failure(() -> routines.describe(new RoutineName("nowhere")));

        assertEquals(Reason.MISSING, failure.reason());
        assertTrue(
                failure.getMessage()
                        .startsWith("RoutineNotExist, 'The routine name does not exist. Check the routine name and try"
                                + " again.' (request id "),
                failure.getMessage());
    }

    @Test
    void aMissingPermissionIsNamedByItsOperation() {
        extension.simulator().script("GetRoutine", Fault.error(403, "Forbidden.RAM", "no"));
        account.ensure("hello", List.of());

        assertEquals(
                "Grant the RAM user or role the action esa:GetRoutine on resource *.",
                WireFixture.failure(() -> routines.describe(HELLO)).remedy());
    }

    @Test
    void thePlanSaysHowManyVersionsAreKept() throws CallFailedException {
        account.ensure("hello", List.of());

        assertEquals(OptionalInt.of(40), routines.describe(HELLO).limit());
        assertEquals(OptionalInt.of(40), routines.describe(HELLO).limit());
        assertEquals(1, plansAsked());
    }

    @Test
    void aKeyWithoutPermissionAsksForThePlanOnce() throws CallFailedException {
        account.ensure("hello", List.of());
        extension.simulator().scriptForever("ListEdgeRoutinePlans", Fault.error(403, "Forbidden.RAM", "no"));

        assertEquals(OptionalInt.empty(), routines.describe(HELLO).limit());
        assertEquals(OptionalInt.empty(), routines.describe(HELLO).limit());
        assertEquals(1, plansAsked());
    }

    @Test
    void thePlanIsReadAgainAfterALostAnswer() throws CallFailedException {
        account.ensure("hello", List.of());
        extension.simulator().script("ListEdgeRoutinePlans", Fault.truncated());

        assertEquals(OptionalInt.empty(), routines.describe(HELLO).limit());
        assertEquals(OptionalInt.of(40), routines.describe(HELLO).limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'ErRoutineCodeVersionQuota':'5'}]                                   | 5",
                "[{'ErRoutineCodeVersionQuota':20}]                                    | 20",
                "[{'ErRoutineCodeVersionQuota':'5'},{'ErRoutineCodeVersionQuota':5}]   | 5",
                "[{'ErRoutineCodeVersionQuota':'5'},{'ErRoutineCodeVersionQuota':20}]  |",
                "[{'ErRoutineCodeVersionQuota':'unlimited'}]                           |",
                "[{'ErRoutineCodeVersionQuota':0}]                                     |",
                "[{'ErRoutineCodeVersionQuota':99999999999}]                           |",
                "[{}]                                                                  |",
                "[]                                                                    |",
                "null                                                                  |"
            })
    void theLimitIsKnownOnlyIfAllPlansAgree(String plans, Integer limit) throws CallFailedException {
        assertEquals(
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                EsaFixture.read(PlanQuota::read, "{'PlanInfo':" + plans + "}"));
    }

    @Test
    void onlyTwoEnvironmentsExist() {
        assertEquals(List.of(STAGING, PRODUCTION), routines.traits().environments());
        assertFalse(routines.traits().mayHave("presetCanaryZhejiang"));
    }

    private long plansAsked() {
        return EsaFixture.actions(extension).stream()
                .filter("ListEdgeRoutinePlans"::equals)
                .count();
    }
}
