// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.ram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.cloud.Api;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.dcdn.DcdnAction;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.esa.EsaAction;
import io.github.edgeroutine.esa.EsaRoutines;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.key.Access;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RamKeyTest {

    @Test
    void stsReturnsTheOwnerOfTheKey() throws IOException, CallFailedException {
        assertEquals("account 1234567890123456 (user/simulated)", owner(AccessKey.random()));
        assertEquals("account 1234567890123456 (assumed-role/simulated/simulated)", owner(AccessKey.randomOfRole()));
    }

    @Test
    void anAnswerWithoutAnOwnerIsUnreadable() {
        CallFailedException failure = assertThrows(
                CallFailedException.class,
                () -> owner(AccessKey.random(), Fault.raw(200, "application/json", "{\"RequestId\":\"1\"}")));

        assertEquals(
                "the answer of GetCallerIdentity has an unknown format, '{\"RequestId\":\"1\"}'", failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
    }

    @Test
    void noMessageContainsTheSecret() throws IOException, CallFailedException {
        AccessKey key = AccessKey.random();
        String named = owner(
                key,
                Fault.raw(
                        200,
                        "application/json",
                        "{\"RequestId\":\"1\",\"AccountId\":\"" + key.secret() + "\",\"Arn\":\"" + key.id() + "\"}"));

        assertFalse(named.contains(key.secret()), named);
        assertFalse(named.contains(key.id()), named);
    }

    @Test
    void aPermissionIsTheNameOfTheOperationWithItsProduct() {
        assertEquals(List.of("dcdn:UploadStagingRoutineCode"), dcdn().permissions(Access.STAGE));
        assertEquals(List.of(), dcdn().permissions(Access.LIMIT));
        assertEquals(List.of("esa:GetRoutine", "esa:ListRoutineCodeVersions"), esa().permissions(Access.DESCRIBE));
        assertEquals(
                List.of("esa:CommitRoutineStagingCode", "esa:GetRoutineCodeVersionInfo"),
                esa().permissions(Access.COMMIT));
    }

    @Test
    void aPolicyGrantsOnlyTheGivenPermissions() {
        assertEquals(
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"*\","
                        + "\"Action\":[\"dcdn:DescribeRoutine\",\"dcdn:CreateRoutine\"]}]}",
                dcdn().policy(List.of("dcdn:DescribeRoutine", "dcdn:CreateRoutine")));
    }

    private static String owner(AccessKey key, Fault... faults) throws IOException, CallFailedException {
        try (Simulator simulator = Simulator.start(key, new DcdnAccount().service())) {
            simulator.script("GetCallerIdentity", faults);
            return key(
                            DcdnRoutines.API,
                            DcdnAction.values(),
                            new Endpoint(simulator.endpoint()),
                            Credentials.of(key.id(), key.secret(), key.securityToken(), "a test"))
                    .owner()
                    .send()
                    .toString();
        }
    }

    private static RamKey dcdn() {
        return unused(DcdnRoutines.API, DcdnAction.values());
    }

    private static RamKey esa() {
        return unused(EsaRoutines.API, EsaAction.values());
    }

    private static RamKey unused(Api api, ApiAction... actions) {
        return key(api, actions, Endpoint.parse("https://example.com"), Credentials.of("id", "secret", null, "a test"));
    }

    private static RamKey key(Api api, ApiAction[] actions, Endpoint endpoint, Credentials credentials) {
        Duration limit = Duration.ofSeconds(10);
        GoalTime time = new GoalTime(limit, new SteadyClock(), pause -> {});
        HttpSettings network = new HttpSettings(limit, limit, time, target -> Optional.empty(), ConnectionPool.ofJvm());
        return new RamKey(api, actions, endpoint, network, new RateLimit(RateLimit.turns()), credentials);
    }
}
