// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key for one host with a self-signed certificate. Only a client with this file as its trust store trusts it. */
public record Keys(Path store) {

    public static final String PASSWORD = "changeit";

    /**
     * @param subject such as {@code ip:127.0.0.1} or {@code dns:dcdn.test}
     * @param more options of keytool
     */
    public static Keys make(Path store, String subject, String... more) throws IOException, InterruptedException {
        Keys keys = new Keys(store);
        keys.keytool(Stream.concat(
                        Stream.of(
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=a test",
                                "-ext",
                                "san=" + subject,
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12"),
                        Stream.of(more))
                .toArray(String[]::new));
        return keys;
    }

    void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** Sends the certificate and trusts it. */
    public SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = load();
        return context(keys, keys);
    }

    KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    static SSLContext context(KeyStore keys, KeyStore trust) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
