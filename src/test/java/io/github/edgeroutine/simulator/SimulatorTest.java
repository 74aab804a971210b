// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final AccessKey KEY = new AccessKey("LTAIexampleid", "examplesecret", "STStokenexample");

    @Test
    void listensOnLoopbackWithItsOwnAccount() throws Exception {
        DcdnAccount account = new DcdnAccount();
        try (Simulator one = Simulator.start(KEY, new SimulatedDcdn(account));
                Simulator other = Simulator.start(KEY, new SimulatedDcdn(new DcdnAccount()))) {
            assertTrue(one.endpoint().toString().matches("http://127\\.0\\.0\\.1:[0-9]+"));
            assertNotEquals(one.endpoint(), other.endpoint());
            account.ensure("shop", "1620876959997924701", List.of());
            assertEquals(200, new Caller(one, KEY).publish().statusCode());
            assertEquals(400, new Caller(other, KEY).publish().statusCode());
        }
    }

    @Test
    void recordsEveryCallInOrder() throws Exception {
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(new DcdnAccount()))) {
            Caller caller = new Caller(simulator, KEY);
            caller.publish();
            caller.call("DescribeRoutine", Map.of("Name", "a b&c=d+é"));
            List<ReceivedCall> calls = simulator.calls();
            assertEquals(
                    List.of("PublishRoutineCodeRevision", "DescribeRoutine"),
                    calls.stream().map(ReceivedCall::action).toList());
            ReceivedCall first = calls.get(0);
            assertEquals("POST", first.method());
            assertEquals(Caller.PUBLISH, first.form());
            assertEquals(KEY.id(), first.query().get("AccessKeyId"));
            assertEquals("application/x-www-form-urlencoded", first.headers().get("content-type"));
            assertEquals(Map.of("Name", "a b&c=d+é"), calls.get(1).form());
            assertThrows(UnsupportedOperationException.class, () -> calls.remove(0));
            assertThrows(UnsupportedOperationException.class, () -> first.form().clear());
            assertEquals(2, calls.size());
        }
    }

    @Test
    void printsNoSecretOfAKeyOrACall() throws Exception {
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(new DcdnAccount()))) {
            new Caller(simulator, KEY).publish();
            String printed = KEY + " " + simulator.calls();
            assertFalse(printed.contains(KEY.secret()), printed);
            assertFalse(printed.contains(KEY.securityToken()), printed);
            assertTrue(printed.contains("PublishRoutineCodeRevision"), printed);
        }
    }

    @Test
    void createsADifferentKeyEveryTime() {
        AccessKey one = AccessKey.random();
        assertNotEquals(one, AccessKey.random());
        assertTrue(one.id().matches("LTAI[A-Za-z0-9]{20}"));
        assertTrue(one.secret().matches("[A-Za-z0-9]{30}"));
        assertEquals(null, one.securityToken());
    }

    @Test
    void doesNotAnswerAfterItIsClosed() throws Exception {
        Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(new DcdnAccount()));
        Caller caller = new Caller(simulator, KEY);
        caller.publish();
        simulator.close();
        simulator.close();
        assertThrows(IOException.class, caller::publish);
    }

    @Test
    void doesNotKeepTheJvmAlive() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(new DcdnAccount()))) {
            new Caller(simulator, KEY).publish();
            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            assertFalse(started.isEmpty());
            assertEquals(
                    List.of(), started.stream().filter(each -> !each.isDaemon()).toList());
        }
    }

    @Test
    void publishesFromManyThreadsWithoutALoss() throws Exception {
        DcdnAccount account = new DcdnAccount();
        List<String> environments =
                IntStream.range(0, 20).mapToObj(each -> "canary" + each).toList();
        account.ensure("shop", "1620876959997924701", environments);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(account))) {
            Caller caller = new Caller(simulator, KEY);
            List<Callable<HttpResponse<String>>> publishes = environments.stream()
                    .<Callable<HttpResponse<String>>>map(environment -> () -> caller.call(
                            "PublishRoutineCodeRevision",
                            Map.of(
                                    "Name",
                                    "shop",
                                    "SelectCodeRevision",
                                    "1620876959997924701",
                                    "Envs",
                                    "[\"" + environment + "\"]")))
                    .toList();
            Set<JsonElement> requestIds = new HashSet<>();
            for (Future<HttpResponse<String>> publish : threads.invokeAll(publishes)) {
                assertEquals(200, publish.get().statusCode());
                requestIds.add(Caller.json(publish.get()).get("RequestId"));
            }
            assertEquals(20, requestIds.size());
            assertEquals(20, simulator.calls().size());
            assertEquals(Set.copyOf(environments), account.live("shop").keySet());
        } finally {
            threads.shutdown();
        }
    }
}
