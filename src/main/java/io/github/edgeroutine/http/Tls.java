// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * TLS with the JVM's trust store and with its own context. Certificate and host name are verified in the handshake.
 * Another plugin cannot turn this off by changing the defaults of the JVM or of {@code HttpsURLConnection}.
 */
public final class Tls {

    private final FutureTask<SSLContext> context;

    /** @param context created at the first use, because reading a trust store is slow */
    public Tls(Callable<SSLContext> context) {
        this.context = new FutureTask<>(context);
    }

    /** Trusts the certificate authorities in the JVM's trust store. */
    public static Tls ofJvm() {
        return new Tls(Tls::trustingAsTheJvm);
    }

    /**
     * The trust store is read here. The context would treat an unreadable trust store like an empty one, and every
     * certificate would be refused without the real cause.
     */
    private static SSLContext trustingAsTheJvm() throws GeneralSecurityException, TrustStoreException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        try {
            trust.init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            throw new TrustStoreException(e);
        }
        // Java reads an empty trust store without an error. With a wrong password, all certificates may be missing.
        if (Stream.of(trust.getTrustManagers())
                .allMatch(each -> each instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length == 0)) {
            throw new TrustStoreException(null);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Reads the trust store now, so that the first call does not wait for it. If this fails, that call reports it. */
    public void load() {
        context.run();
    }

    /** @param connected the caller closes it; closing the returned socket does not */
    Socket secured(Socket connected, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(connected, host, port, false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private SSLContext context() throws IOException {
        load();
        try {
            return context.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** The trust store of the JVM cannot be read, or contains no certificate. */
    static final class TrustStoreException extends IOException {

        private static final long serialVersionUID = 1;

        private TrustStoreException(GeneralSecurityException cause) {
            super(cause);
        }
    }
}
