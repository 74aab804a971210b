// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {

    private static final Map<String, String> UNTOUCHED = Map.of();
    private static final Map<String, String> PUBLISHED = Map.of("production", "1620876959997924701");

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
    void answersWithAnErrorOfTheService() throws Exception {
        simulator.script(Fault.error(400, "Throttling.User", "Request was denied due to user flow control."));
        HttpResponse<String> response = caller.publish();
        assertEquals(400, response.statusCode());
        assertEquals("Throttling.User", Caller.json(response).get("Code").getAsString());
        assertEquals(
                "Request was denied due to user flow control.",
                Caller.json(response).get("Message").getAsString());
        assertTrue(Caller.json(response).has("RequestId"));
        assertLive(UNTOUCHED);
    }

    @Test
    void answersExactlyAsScripted() throws Exception {
        simulator.script(Fault.raw(502, "text/html", "<html>Bad Gateway</html>"));
        HttpResponse<String> response = caller.publish();
        assertEquals(502, response.statusCode());
        assertEquals(Optional.of("text/html"), response.headers().firstValue("content-type"));
        assertEquals("<html>Bad Gateway</html>", response.body());
        assertLive(UNTOUCHED);
    }

    @Test
    void answersWithAnEmptyBody() throws Exception {
        simulator.script(Fault.raw(200, null, ""));
        HttpResponse<String> response = caller.publish();
        assertEquals(200, response.statusCode());
        assertEquals(Optional.empty(), response.headers().firstValue("content-type"));
        assertEquals(Optional.of("0"), response.headers().firstValue("content-length"));
        assertEquals("", response.body());
    }

    @Test
    void publishesAndThenAnswersAsScripted() throws Exception {
        simulator.script(Fault.raw(200, "text/html", "<html>").afterTheOperation());
        assertEquals("<html>", caller.publish().body());
        assertLive(PUBLISHED);
    }

    @Test
    void sendsLessThanTheContentLength() {
        simulator.script(Fault.truncated());
        IOException e = assertThrows(IOException.class, caller::publish);
        assertTrue(e.getMessage().contains("fixed content-length: 94, bytes received: 30"), e.getMessage());
        assertLive(UNTOUCHED);
    }

    @Test
    void publishesAndThenTruncatesTheAnswer() {
        simulator.script(Fault.truncated().afterTheOperation());
        assertThrows(IOException.class, caller::publish);
        assertLive(PUBLISHED);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        simulator.script(Fault.cut());
        assertThrows(IOException.class, caller::publish);
        assertLive(UNTOUCHED);
    }

    @Test
    void publishesAndThenClosesTheConnection() {
        simulator.script(Fault.cut().afterTheOperation());
        assertThrows(IOException.class, caller::publish);
        assertLive(PUBLISHED);
    }

    @Test
    void doesNotPublishARefusedRequestBeforeAFault() {
        simulator.script(Fault.cut().afterTheOperation());
        assertThrows(
                IOException.class,
                () -> caller.call(
                        "PublishRoutineCodeRevision", Caller.PUBLISH, system -> system.put("Signature", "wrong")));
        assertLive(UNTOUCHED);
    }

    @Test
    void answersLate() throws Exception {
        simulator.script(Fault.slow(Duration.ofMillis(300)));
        long start = System.nanoTime();
        HttpResponse<String> response = caller.publish();
        assertTrue(System.nanoTime() - start >= 300_000_000L);
        assertEquals(200, response.statusCode());
        assertLive(PUBLISHED);
    }

    @Test
    void closesAtOnceWhileAnAnswerIsLate() throws Exception {
        simulator.script(Fault.slow(Duration.ofMinutes(5)).afterTheOperation());
        Thread closer = new Thread(() -> {
            while (account.live("shop").isEmpty()) {
                Thread.onSpinWait();
            }
            simulator.close();
        });
        closer.setDaemon(true);
        closer.start();
        assertThrows(IOException.class, caller::publish);
        closer.join();
        assertLive(PUBLISHED);
    }

    @Test
    void eachRequestGetsOneFaultInOrderAndThenNone() throws Exception {
        simulator.script(Fault.raw(503, "text/plain", "one"), Fault.NONE);
        simulator.script(Fault.raw(503, "text/plain", "three"));
        assertEquals("one", caller.publish().body());
        assertEquals(200, caller.publish().statusCode());
        assertEquals("three", caller.publish().body());
        assertEquals(200, caller.publish().statusCode());
        assertEquals(4, simulator.calls().size());
    }

    @Test
    void repeatsAFaultUntilItIsChanged() throws Exception {
        simulator.script(Fault.NONE);
        simulator.scriptForever(Fault.raw(503, "text/plain", "down"));
        assertEquals(200, caller.publish().statusCode());
        assertEquals("down", caller.publish().body());
        assertEquals("down", caller.publish().body());
        simulator.scriptForever(Fault.NONE);
        assertEquals(200, caller.publish().statusCode());
    }

    @Test
    void aFaultPrintsItsName() {
        assertEquals(
                "Fault[error Throttling after the operation]",
                Fault.error(400, "Throttling", "x").afterTheOperation().toString());
    }

    private void assertLive(Map<String, String> expected) {
        assertEquals(expected, account.live("shop"));
    }
}
