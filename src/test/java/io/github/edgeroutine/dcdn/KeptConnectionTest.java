// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Route;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.it.ConnectProxy;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.it.TlsFront;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.simulator.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed calls over TLS, direct or through a tunnel, whose connection is kept or lost in between. */
class KeptConnectionTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final URI SERVICE = URI.create("https://dcdn.test");

    @TempDir
    private static Path directory;

    private static Keys keys;

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private TlsFront front;
    private ConnectProxy proxy;
    private ConnectionPool pool;
    private RoutineClient routines;

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        keys = Keys.make(directory.resolve("keys.p12"), "dns:dcdn.test");
    }

    @BeforeEach
    void raise() throws Exception {
        extension.account().publish("hello", "1", List.of("production"));
        front = new TlsFront(keys, extension.simulator().endpoint().getPort());
        proxy = ConnectProxy.open(front.port());
        pool = new ConnectionPool(new Tls(keys::context));
        routines = client(Duration.ofSeconds(5));
    }

    @AfterEach
    void lower() throws IOException {
        pool.close();
        proxy.close();
        front.close();
    }

    @Test
    void oneTunnelAndOneHandshakeCarryAllCalls() throws CallFailedException {
        routines.describe(HELLO);
        publish();
        routines.describe(HELLO);

        assertEquals(1, proxy.heads().size());
        assertEquals(1, front.accepted());
    }

    @Test
    void aTunnelThatIsOpenedAheadCarriesThemToo() throws Exception {
        pool.openAhead(Route.to(SERVICE, this::throughProxy));
        while (front.open() == 0) {
            Thread.sleep(1);
        }

        publish();
        routines.describe(HELLO);

        assertEquals(1, proxy.heads().size());
        assertEquals(1, front.accepted());
    }

    /** This is most important for a write, which would be lost. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosedIdleConnectionIsReplacedBeforeTheCall(boolean proxyCloses) throws Exception {
        routines.describe(HELLO);
        if (proxyCloses) {
            proxy.cut();
        } else {
            front.cut();
        }
        while (proxy.open() > 0) {
            Thread.sleep(1);
        }

        publish();

        assertEquals(List.of("DescribeRoutine", "PublishRoutineCodeRevision"), actions());
        assertEquals(2, front.accepted());
    }

    @Test
    void aReadWithoutAnAnswerIsSentAgainAtOnceWithANewSignature() throws CallFailedException {
        extension.simulator().script(Fault.NONE, Fault.cut().afterTheOperation());
        routines.describe(HELLO);

        routines.describe(HELLO);

        assertEquals(3, extension.simulator().calls().size());
        assertEquals(2, front.accepted());
    }

    @Test
    void aReadIsSentAgainOnceAtMost() throws CallFailedException {
        extension.simulator().script(Fault.NONE, Fault.cut(), Fault.cut());
        routines.describe(HELLO);

        CallFailedException failure = WireFixture.failure(() -> routines.describe(HELLO));

        assertEquals(
                "the connection to https://dcdn.test failed before the answer was complete (EOFException)",
                failure.getMessage());
        assertEquals(Effect.NONE, failure.effect());
        assertEquals(3, extension.simulator().calls().size());
    }

    @Test
    void aWriteWithoutAnAnswerIsNotSentAgain() throws CallFailedException {
        extension.simulator().script(Fault.NONE, Fault.cut());
        routines.describe(HELLO);

        CallFailedException failure = WireFixture.failure(this::publish);

        assertEquals(
                "the connection to https://dcdn.test failed before the answer was complete (EOFException)",
                failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertEquals(true, failure.mayPass());
        assertEquals(List.of("DescribeRoutine", "PublishRoutineCodeRevision"), actions());
    }

    @Test
    void anIncompleteAnswerClosesItsConnection() throws CallFailedException {
        extension.simulator().script(Fault.NONE, Fault.truncated());
        routines.describe(HELLO);

        CallFailedException failure = WireFixture.failure(() -> routines.describe(HELLO));
        routines.describe(HELLO);

        assertEquals(Effect.NONE, failure.effect());
        assertEquals(3, extension.simulator().calls().size());
        assertEquals(2, front.accepted());
    }

    /** A late answer could be read as the answer to the next call. */
    @Test
    void aTimeoutClosesTheConnection() throws CallFailedException {
        extension.simulator().script(Fault.slow(Duration.ofMillis(500)));

        WireFixture.failure(() -> client(Duration.ofMillis(100)).describe(HELLO));
        routines.describe(HELLO);

        assertEquals(2, front.accepted());
    }

    private RoutineClient client(Duration readTimeout) {
        GoalTime time = new GoalTime(Duration.ofMinutes(1), new SteadyClock(), pause -> {});
        HttpSettings network = new HttpSettings(Duration.ofSeconds(5), readTimeout, time, this::throughProxy, pool);
        return WireFixture.client(new Endpoint(SERVICE), network, WireFixture.limit(), WireFixture.credentials());
    }

    private Optional<HttpProxy> throughProxy(URI target) {
        return Optional.of(new HttpProxy("127.0.0.1", proxy.port(), "", "", "a test"));
    }

    private void publish() throws CallFailedException {
        routines.publish(new PublishCall(HELLO, new CodeRevision("1"), List.of(new Environment("production"))));
    }

    private List<String> actions() {
        return extension.simulator().calls().stream().map(call -> call.action()).toList();
    }
}
