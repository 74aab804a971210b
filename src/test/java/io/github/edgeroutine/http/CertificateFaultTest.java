// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.it.SignedCertificate;
import io.github.edgeroutine.it.TlsFront;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java refuses a certificate of a real server on loopback. */
class CertificateFaultTest {

    @TempDir
    private static Path directory;

    @Test
    void anUnknownAuthorityIsNotTrusted() throws Exception {
        assertFailure(
                Keys.make(directory.resolve("unknown"), "ip:127.0.0.1").context(),
                Tls.ofJvm(),
                "is not trusted",
                "Add its certificate authority to the JDK's trust store (javax.net.ssl.trustStore in MAVEN_OPTS). A"
                        + " proxy that inspects TLS has its own certificate authority.");
    }

    @Test
    void anExpiredCertificateIsNamedAsExpired() throws Exception {
        SSLContext expired = SignedCertificate.make(directory, "-10d");
        assertFailure(
                expired,
                new Tls(() -> expired),
                "has expired",
                "Check the clock of this machine. If it is correct, the server needs a new certificate.");
    }

    @Test
    void aCertificateOfTheFutureIsNamedAsNotYetValid() throws Exception {
        SSLContext future = SignedCertificate.make(directory, "+10d");
        assertFailure(future, new Tls(() -> future), "is not valid yet", "Check the clock of this machine.");
    }

    @Test
    void aCertificateForAnotherNameIsNamedSo() throws Exception {
        Keys keys = Keys.make(directory.resolve("other"), "dns:dcdn.test");
        assertFailure(
                keys.context(),
                new Tls(keys::context),
                "is for another host",
                "Check the host name, the DNS of this machine and the proxies: another server may answer instead.");
    }

    private static void assertFailure(SSLContext server, Tls tls, String clause, String remedy)
            throws IOException, GeneralSecurityException {
        try (TlsFront front = new TlsFront(server, 1)) {
            String url = "https://127.0.0.1:" + front.port();
            HttpSettings network = WireFixture.network(5, target -> Optional.empty(), tls);

            IOException refusal =
                    assertThrows(IOException.class, () -> new Wire(network).post(url, Map.of(), new byte[0], 1));
            CallFailedException failure = new NetworkFailure(url, "", network).of(refusal);

            assertEquals("the TLS handshake with " + url + " failed: its certificate " + clause, failure.getMessage());
            assertEquals(remedy, failure.remedy());
            assertEquals(Effect.NOT_SENT, failure.effect());
            assertFalse(failure.mayPass());
        }
    }
}
