// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallQuotaTest {

    private static final Instant START = Instant.parse("2026-11-24T08:45:36Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(AccessKey.random(), now::get);

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.ensure("shop", "1620876959997924701", List.of());
    }

    @Test
    void refusesACallBeyondTheLimitLikeTheGateway() throws Exception {
        simulator.limit(2);
        assertEquals(200, publish(0).statusCode());
        assertEquals(200, publish(0).statusCode());
        account.publish("shop", "2", List.of("production"));
        HttpResponse<String> third = publish(0);
        assertEquals(400, third.statusCode());
        assertEquals("Throttling.User", Caller.json(third).get("Code").getAsString());
        assertEquals(
                "Request was denied due to user flow control.",
                Caller.json(third).get("Message").getAsString());
        assertEquals(Map.of("production", "2"), account.live("shop"));
        assertEquals(1, simulator.throttled());
    }

    @Test
    void theLimitHoldsForEverySecond() throws Exception {
        simulator.limit(2);
        assertEquals(200, publish(0).statusCode());
        assertEquals(200, publish(600).statusCode());
        assertEquals(400, publish(999).statusCode());
        assertEquals(200, publish(1000).statusCode());
        assertEquals(400, publish(1599).statusCode());
        assertEquals(200, publish(1600).statusCode());
        assertEquals(2, simulator.throttled());
    }

    @Test
    void aCallWithAFaultCounts() throws Exception {
        simulator.limit(1);
        simulator.script(Fault.raw(503, "text/plain", "down"));
        assertEquals(503, publish(0).statusCode());
        assertEquals("Throttling.User", Caller.json(publish(0)).get("Code").getAsString());
    }

    @Test
    void formsToTheObjectStoreDoNotCount() throws Exception {
        simulator.limit(1);
        for (int form = 0; form < 3; form++) {
            assertEquals(
                    404,
                    caller.send(HttpRequest.newBuilder(simulator.endpoint().resolve("/oss/dcdn/any"))
                                    .POST(BodyPublishers.ofString("code")))
                            .statusCode());
        }
        assertEquals(200, publish(0).statusCode());
        assertEquals(0, simulator.throttled());
    }

    @Test
    void withoutALimitNothingIsThrottled() throws Exception {
        for (int call = 0; call < 150; call++) {
            assertEquals(200, publish(0).statusCode());
        }
    }

    private HttpResponse<String> publish(int millis) throws Exception {
        now.set(START.plusMillis(millis));
        return caller.call(
                "PublishRoutineCodeRevision", Caller.PUBLISH, system -> system.put("Timestamp", START.toString()));
    }
}
