// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.it.ConnectProxy;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.it.TlsFront;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How many connections and TLS handshakes a build makes, counted before the service. */
@MojoTest
class OneConnectionTest extends RehearsalFixture {

    private static final AccessKey KEY = new AccessKey("LTAI5tUnitTest0000001", "noSecretAtAll00000000000000000", null);
    private static final String OLD = "1710120201067203241";
    private static final String NEW = "1710120201067203242";

    @TempDir
    private static Path keysDirectory;

    private static Keys keys;

    @RegisterExtension
    private final SimulatorExtension dcdn = new SimulatorExtension(KEY);

    @RegisterExtension
    private final EsaExtension esa = new EsaExtension(KEY);

    private TlsFront dcdnFront;
    private TlsFront esaFront;

    @BeforeAll
    static void trustTheKeys() throws IOException, InterruptedException {
        keys = Keys.make(keysDirectory.resolve("keys.p12"), "ip:127.0.0.1,dns:dcdn.test");
        System.setProperty("javax.net.ssl.trustStore", keys.store().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", Keys.PASSWORD);
    }

    @AfterAll
    static void trustAsBefore() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    @BeforeEach
    void raise() throws Exception {
        dcdnFront = new TlsFront(keys, dcdn.simulator().endpoint().getPort());
        esaFront = new TlsFront(keys, esa.simulator().endpoint().getPort());
        dcdn.account().publish("hello", OLD, List.of("production"));
        dcdn.account().ensure("hello", NEW, List.of());
        esa.account().publish("hello", OLD, List.of("production"));
        esa.account().ensure("hello", NEW, List.of());
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername(KEY.id());
        server.setPassword(KEY.secret());
        settings.addServer(server);
        commandLine("name", "hello");
        commandLine("environments", "production");
        commandLine("codeRevision", NEW);
    }

    @AfterEach
    void lower() throws IOException {
        dcdnFront.close();
        esaFront.close();
    }

    @Test
    @InjectMojo(goal = "publish")
    void aPublishToDcdnOpensOneConnection(PublishMojo mojo) throws Exception {
        to(dcdnFront, mojo).execute();

        assertEquals(
                List.of("DescribeRoutine", "PublishRoutineCodeRevision", "DescribeRoutine"), calls(dcdn.simulator()));
        assertEquals(1, dcdnFront.accepted());
        assertEquals(1, connections(dcdn.simulator()));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    void aPublishToEsaOpensOneConnection(PublishMojo mojo) throws Exception {
        to(esaFront, mojo).execute();

        assertEquals(5, calls(esa.simulator()).size());
        assertEquals(1, esaFront.accepted());
        assertEquals(1, connections(esa.simulator()));
    }

    @Test
    @InjectMojo(goal = "publish")
    void aProxyNeedsOneTunnel(PublishMojo mojo) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.open(dcdnFront.port(), "bob", "pass/word")) {
            Proxy corp = new Proxy();
            corp.setId("corp");
            corp.setProtocol("https");
            corp.setHost("127.0.0.1");
            corp.setPort(proxy.port());
            corp.setUsername("bob");
            corp.setPassword("pass/word");
            settings.addProxy(corp);
            inProject(mojo);
            commandLine("endpoint", "https://dcdn.test");

            mojo.execute();

            assertEquals(1, proxy.heads().size());
            assertEquals(1, dcdnFront.accepted());
        }
    }

    @Test
    @InjectMojo(goal = "publish")
    void aRetryUsesTheSameConnection(PublishMojo mojo) throws Exception {
        dcdn.simulator().script(Fault.NONE, Fault.THROTTLE);

        to(dcdnFront, mojo).execute();

        assertEquals(2, writes());
        assertEquals(1, dcdnFront.accepted());
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "retries", value = "0")
    void aReadWithoutAnAnswerIsSentAgainWithANewSignature(PublishMojo mojo) throws Exception {
        dcdn.simulator().script("DescribeRoutine", Fault.NONE, Fault.cut().afterTheOperation());

        to(dcdnFront, mojo).execute();

        assertEquals(
                List.of("DescribeRoutine", "PublishRoutineCodeRevision", "DescribeRoutine", "DescribeRoutine"),
                calls(dcdn.simulator()));
        assertEquals(2, dcdnFront.accepted());
    }

    @Test
    @InjectMojo(goal = "publish")
    void aWriteWithoutAnAnswerIsReadBackAndNotSentTwice(PublishMojo mojo) throws Exception {
        dcdn.simulator().script(Fault.NONE, Fault.cut().afterTheOperation());

        to(dcdnFront, mojo).execute();

        assertEquals(1, writes());
        assertEquals(NEW, dcdn.account().live("hello").get("production"));
        assertTrue(
                log.stream().anyMatch(line -> line.endsWith("But the routine shows that it is done.")), log.toString());
    }

    @Test
    void theModulesOfABuildShareAConnection(
            @InjectMojo(goal = "publish") PublishMojo first, @InjectMojo(goal = "status") StatusMojo second)
            throws Exception {
        to(dcdnFront, first).execute();
        to(dcdnFront, second).execute();

        assertEquals(1, dcdnFront.accepted());
    }

    @Test
    void parallelModulesUseAtMostOneConnectionEach(
            @InjectMojo(goal = "status") StatusMojo first, @InjectMojo(goal = "status") StatusMojo second)
            throws Exception {
        to(dcdnFront, first);
        to(dcdnFront, second);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> each : List.of(threads.submit(run(first)), threads.submit(run(second)))) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }

        assertTrue(dcdnFront.accepted() <= 2, () -> dcdnFront.accepted() + " connections");
    }

    @Test
    @InjectMojo(goal = "publish")
    void everyConnectionIsClosedAtTheEndOfTheBuild(PublishMojo mojo) throws Exception {
        to(dcdnFront, mojo).execute();
        assertEquals(1, dcdnFront.open());

        session.getRequest().getExecutionListener().sessionEnded(null);

        for (int i = 0; i < 500 && dcdnFront.open() > 0; i++) {
            Thread.sleep(10);
        }
        assertEquals(0, dcdnFront.open());
    }

    @Test
    @InjectMojo(goal = "publish")
    void aRefusedGoalLeavesNoThread(PublishMojo mojo) throws Exception {
        commandLine("concurrency", "0");

        assertEquals(
                "<concurrency> (-Dedge-routine.concurrency) is 0, but must be from 1 to 64",
                faults(to(dcdnFront, mojo)));

        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("edge-routine-call"))
                        .toList());
    }

    private <M extends EdgeRoutineMojo<?>> M to(TlsFront front, M mojo) throws ReflectiveOperationException {
        commandLine("endpoint", "https://127.0.0.1:" + front.port());
        return inProject(mojo);
    }

    private static Callable<Void> run(EdgeRoutineMojo<?> mojo) {
        return () -> {
            mojo.execute();
            return null;
        };
    }

    private long writes() {
        return calls(dcdn.simulator()).stream()
                .filter("PublishRoutineCodeRevision"::equals)
                .count();
    }

    private static List<String> calls(Simulator simulator) {
        return simulator.calls().stream().map(ReceivedCall::action).toList();
    }

    private static long connections(Simulator simulator) {
        return simulator.calls().stream()
                .map(ReceivedCall::clientPort)
                .distinct()
                .count();
    }
}
