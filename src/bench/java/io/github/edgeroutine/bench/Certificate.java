// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1 that signed itself.
 *
 * @param keys with the private key
 * @param trust the JDK's own trust store, as long as everybody's, and this certificate in it
 * @param pem the same certificate for Node
 */
record Certificate(Path keys, Path trust, Path pem) {

    /** The password of all files and of the JDK's trust store. */
    static final String PASSWORD = "changeit";

    static Certificate make(Path directory) throws IOException, InterruptedException {
        Certificate made = new Certificate(
                Files.createDirectories(directory).resolve("keys.p12"),
                directory.resolve("trust.p12"),
                directory.resolve("server.pem"));
        Maven.delete(made.keys);
        Maven.delete(made.pem);
        keytool(
                "-genkeypair",
                made.keys,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=bench",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", made.keys, "-rfc", "-file", made.pem.toString());
        Files.write(made.trust, Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib/security/cacerts")));
        keytool("-importcert", made.trust, "-noprompt", "-file", made.pem.toString());
        return made;
    }

    private static void keytool(String command, Path store, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
        line.addAll(List.of(command, "-alias", "bench", "-keystore", store.toString(), "-storepass", PASSWORD));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** For the server. */
    SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }
}
