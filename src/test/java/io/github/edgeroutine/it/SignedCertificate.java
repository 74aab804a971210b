// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1, signed by an authority. Java checks the dates of such a certificate. It does not check
 * those of a certificate that the trust store itself contains.
 */
public final class SignedCertificate {

    private SignedCertificate() {}

    /**
     * Sends the certificate and trusts the authority.
     *
     * @param start when the certificate becomes valid, for two days, such as {@code -10d}
     */
    public static SSLContext make(Path directory, String start)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path files = Files.createTempDirectory(directory, "signed");
        String request = files.resolve("request").toString();
        Path signed = files.resolve("signed");
        Keys authority = Keys.make(files.resolve("authority"), "dns:authority.test", "-ext", "bc:c");
        Keys server = Keys.make(files.resolve("server"), "ip:127.0.0.1");
        server.keytool("-certreq", "-alias", "server", "-file", request);
        authority.keytool(
                "-gencert",
                "-alias",
                "server",
                "-ext",
                "san=ip:127.0.0.1",
                "-startdate",
                start,
                "-validity",
                "2",
                "-infile",
                request,
                "-outfile",
                signed.toString());
        KeyStore keys = server.load();
        KeyStore trust = authority.load();
        char[] password = Keys.PASSWORD.toCharArray();
        Key key = keys.getKey("server", password);
        try (InputStream in = Files.newInputStream(signed)) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            keys.setKeyEntry("server", key, password, new Certificate[] {certificate, trust.getCertificate("server")});
        }
        return Keys.context(keys, trust);
    }
}
