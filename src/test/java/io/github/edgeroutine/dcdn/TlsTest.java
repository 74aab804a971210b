// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.it.ConnectProxy;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.it.TlsFront;
import io.github.edgeroutine.probe.HttpProber;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the service is identified, directly and through a tunnel: only the TLS handshake decides. The calls are not
 * signed, so a call that arrives is answered with HTTP 400.
 */
class TlsTest {

    private static final byte[] BODY = "Action=DescribeRoutine".getBytes(US_ASCII);

    @TempDir
    private static Path directory;

    private static Simulator service;
    private static Keys keys;
    private static TlsFront front;
    private static ConnectProxy proxy;

    @BeforeAll
    static void raise() throws IOException, InterruptedException, GeneralSecurityException {
        service = Simulator.start(WireFixture.KEY, new SimulatedDcdn(new DcdnAccount()));
        keys = Keys.make(directory.resolve("keys.p12"), "dns:dcdn.test,dns:localhost");
        front = new TlsFront(keys, service.endpoint().getPort());
        proxy = ConnectProxy.open(front.port());
    }

    @AfterAll
    static void lower() throws IOException {
        proxy.close();
        front.close();
        service.close();
    }

    @Test
    void aTrustedServerIsReachedDirectly() throws IOException, GeneralSecurityException {
        Answer answer = wire(target -> Optional.empty()).post(at("localhost"), Map.of(), BODY, 1);

        assertEquals(400, answer.status(), answer.body());
    }

    @Test
    void theProxyResolvesHostsThatThisMachineDoesNotKnow() throws IOException, GeneralSecurityException {
        Answer answer = wire(TlsTest::throughProxy).post("https://dcdn.test/", Map.of(), BODY, 1);

        assertEquals(400, answer.status(), answer.body());
        assertEquals(
                "CONNECT dcdn.test:443 HTTP/1.1",
                proxy.heads().get(proxy.heads().size() - 1).lines().findFirst().orElseThrow());
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws GeneralSecurityException, IOException {
        assertRefused(wire(target -> Optional.empty()), at("127.0.0.1"), "is for another host");
        assertRefused(wire(TlsTest::throughProxy), "https://dcdn.aliyuncs.com/", "is for another host");
    }

    @Test
    void aCertificateThatTheTrustStoreDoesNotKnowIsRefused() {
        assertRefused(new Wire(WireFixture.network(5, target -> Optional.empty())), at("localhost"), "is not trusted");
        assertRefused(new Wire(WireFixture.network(5, TlsTest::throughProxy)), "https://dcdn.test/", "is not trusted");
    }

    /** Another plugin may have made the whole JVM trust everyone. */
    @Test
    void lenientDefaultsOfTheJvmAreNotUsed() throws IOException, GeneralSecurityException {
        HostnameVerifier usualVerifier = HttpsURLConnection.getDefaultHostnameVerifier();
        SSLSocketFactory usualFactory = HttpsURLConnection.getDefaultSSLSocketFactory();
        SSLContext usualContext = SSLContext.getDefault();
        try {
            HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
            HttpsURLConnection.setDefaultSSLSocketFactory(keys.context().getSocketFactory());
            SSLContext.setDefault(keys.context());

            assertRefused(wire(target -> Optional.empty()), at("127.0.0.1"), "is for another host");
            assertRefused(
                    new Wire(WireFixture.network(5, target -> Optional.empty())), at("localhost"), "is not trusted");
            assertEquals(
                    Optional.of("the TLS handshake with " + at("localhost").replaceFirst("/$", "")
                            + " failed: its certificate is not trusted"),
                    probe(WireFixture.network(5, target -> Optional.empty())));
        } finally {
            HttpsURLConnection.setDefaultHostnameVerifier(usualVerifier);
            HttpsURLConnection.setDefaultSSLSocketFactory(usualFactory);
            SSLContext.setDefault(usualContext);
        }
    }

    @Test
    void aProbeUsesTheTrustStore() {
        assertEquals(
                Optional.empty(), probe(WireFixture.network(5, target -> Optional.empty(), new Tls(keys::context))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "no trust store", "another password", "no certificate"})
    void aTrustStoreThatCannotBeReadIsNamedAndNotTriedAgain(String flaw) throws IOException, GeneralSecurityException {
        Path store = directory.resolve(flaw);
        switch (flaw) {
            case "empty" -> Files.write(store, new byte[0]);
            case "no trust store" -> Files.writeString(store, "-----BEGIN CERTIFICATE-----");
            case "no certificate" -> {
                KeyStore nobody = KeyStore.getInstance("PKCS12");
                nobody.load(null, null);
                try (OutputStream out = Files.newOutputStream(store)) {
                    nobody.store(out, "wrong".toCharArray());
                }
            }
            default -> Files.copy(keys.store(), store);
        }
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "wrong");
        try {
            HttpSettings network = WireFixture.network(5, target -> Optional.empty());
            IOException refusal =
                    assertThrows(IOException.class, () -> new Wire(network).post(at("localhost"), Map.of(), BODY, 1));
            CallFailedException failure = new NetworkFailure(at("localhost"), "", network).of(refusal);

            assertEquals("the trust store of the JVM cannot be read or contains no certificate", failure.getMessage());
            assertEquals(
                    "Check javax.net.ssl.trustStore, javax.net.ssl.trustStorePassword and javax.net.ssl.trustStoreType in"
                            + " MAVEN_OPTS and .mvn/jvm.config: the file, its password and its type.",
                    failure.remedy());
            assertEquals(Effect.NOT_SENT, failure.effect());
            assertFalse(failure.mayPass());
            assertEquals(Optional.of(failure.getMessage()), probe(network));
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static Optional<String> probe(HttpSettings network) {
        Probe probe = new Probe(URI.create(at("localhost")), 400, Optional.empty(), Duration.ofSeconds(5));
        return new HttpProber(network).ask(probe, Duration.ofMinutes(1)).flaw();
    }

    private static Wire wire(Proxies proxies) throws IOException, GeneralSecurityException {
        return new Wire(WireFixture.network(5, proxies, new Tls(keys::context)));
    }

    private static String at(String host) {
        return "https://" + host + ":" + front.port() + "/";
    }

    private static Optional<HttpProxy> throughProxy(URI target) {
        return Optional.of(new HttpProxy("127.0.0.1", proxy.port(), "", "", "a test"));
    }

    private static void assertRefused(Wire wire, String url, String clause) {
        int before = service.calls().size();
        IOException refusal = assertThrows(IOException.class, () -> wire.post(url, Map.of(), BODY, 1));
        CallFailedException failure = new NetworkFailure(url, "", WireFixture.network(5)).of(refusal);

        assertEquals("the TLS handshake with " + url + " failed: its certificate " + clause, failure.getMessage());
        assertEquals(Effect.NOT_SENT, failure.effect());
        assertFalse(failure.mayPass());
        assertEquals(List.of(), service.calls().subList(before, service.calls().size()));
    }
}
