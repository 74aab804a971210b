// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of one operation, and random faults. */
class FaultPlanTest {

    private static final String DESCRIBE = "DescribeRoutine";
    private static final Map<String, String> SHOP = Map.of("Name", "shop");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.ensure("shop", "1620876959997924701", List.of());
    }

    @Test
    void aFaultOfAnOperationIsOnlyForThisOperation() throws Exception {
        simulator.script(DESCRIBE, Fault.NONE, down("second"));
        assertEquals(200, describe());
        assertEquals(200, caller.publish().statusCode());
        assertEquals("second", caller.call(DESCRIBE, SHOP).body());
        assertEquals(200, describe());
    }

    @Test
    void aFaultOfAnOperationDoesNotUseTheScriptForAll() throws Exception {
        simulator.script(down("of any"));
        simulator.script(DESCRIBE, down("of its own"));
        assertEquals("of its own", caller.call(DESCRIBE, SHOP).body());
        assertEquals("of any", caller.call(DESCRIBE, SHOP).body());
        assertEquals(200, describe());
    }

    @Test
    void repeatsAFaultOfAnOperationUntilItIsChanged() throws Exception {
        simulator.scriptForever(down("all"));
        simulator.script(DESCRIBE, Fault.NONE);
        simulator.scriptForever(DESCRIBE, down("it"));
        assertEquals(200, describe());
        assertEquals("it", caller.call(DESCRIBE, SHOP).body());
        assertEquals("it", caller.call(DESCRIBE, SHOP).body());
        assertEquals("all", caller.publish().body());
        simulator.scriptForever(DESCRIBE, Fault.NONE);
        assertEquals(200, describe());
        assertEquals("all", caller.publish().body());
    }

    @Test
    void knowsTheFormToTheObjectStoreByItsName() throws Exception {
        simulator.script("PostObject", down("store"));
        assertEquals(200, describe());
        assertEquals(
                "store",
                caller.send(HttpRequest.newBuilder(simulator.endpoint().resolve("/oss/dcdn/any"))
                                .POST(BodyPublishers.ofString("code")))
                        .body());
    }

    @Test
    void aShareOfTheRequestsGetsARandomFault() throws Exception {
        List<Integer> statuses = met(Fault.sometimes(0.25, 7, down("one"), Fault.raw(504, "text/plain", "other")));
        long faults = statuses.stream().filter(status -> status != 200).count();
        assertEquals(50, faults, 20);
        assertEquals(
                faults / 2.0, statuses.stream().filter(status -> status == 504).count(), 15);
    }

    @Test
    void theSameSeedGivesTheSameSequence() throws Exception {
        assertEquals(met(Fault.sometimes(0.5, 7, down("x"))), met(Fault.sometimes(0.5, 7, down("x"))));
    }

    @Test
    void aShareOfZeroGetsNoFaultAndAShareOfOneAlways() throws Exception {
        assertEquals(
                List.of(200),
                met(Fault.sometimes(0, 7, down("x"))).stream().distinct().toList());
        assertEquals(
                List.of(503),
                met(Fault.sometimes(1, 7, down("x"))).stream().distinct().toList());
    }

    @Test
    void aRandomFaultMayHappenAfterTheOperation() throws Exception {
        simulator.script(Fault.sometimes(1, 7, down("too late")).afterTheOperation());
        assertEquals("too late", caller.publish().body());
        assertEquals(Map.of("production", "1620876959997924701"), account.live("shop"));
    }

    private List<Integer> met(Fault fault) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int request = 0; request < 200; request++) {
            statuses.add(
                    fault.meet(null, () -> new SimulatedAnswer(200, null, "")).status());
        }
        return statuses;
    }

    private int describe() throws Exception {
        return caller.call(DESCRIBE, SHOP).statusCode();
    }

    private static Fault down(String body) {
        return Fault.raw(503, "text/plain", body);
    }
}
