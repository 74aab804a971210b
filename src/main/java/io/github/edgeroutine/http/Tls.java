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
 * TLS with the JVM's trust store, by a context of our own. Certificate and host name are verified in the handshake, whatever
 * another plugin has made the default of the JVM or of {@code HttpsURLConnection}.
 */
public final class Tls {

    private final FutureTask<SSLContext> context;

    /** @param context made when it is needed first, as a trust store is slow to read */
    public Tls(Callable<SSLContext> context) {
        this.context = new FutureTask<>(context);
    }

    /** Trusts whom the JVM's trust store trusts. */
    public static Tls ofJvm() {
        return new Tls(Tls::trustingAsTheJvm);
    }

    /** The context would take a trust store that nobody can read for one that trusts nobody, so it isn't left to it. */
    private static SSLContext trustingAsTheJvm() throws GeneralSecurityException, TrustStoreException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        try {
            trust.init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            throw new TrustStoreException(e);
        }
        // One that holds no certificate, or only such as its password hides, is read without a complaint.
        if (Stream.of(trust.getTrustManagers())
                .allMatch(each -> each instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length == 0)) {
            throw new TrustStoreException(null);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Reads the trust store now, so that the first call need not; that call says what is wrong with it. */
    public void load() {
        context.run();
    }

    /** @param connected is closed by whoever opened it, not by the socket that is returned */
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

    /** The trust store of the JVM cannot be read, or holds nobody. */
    static final class TrustStoreException extends IOException {

        private static final long serialVersionUID = 1;

        private TrustStoreException(GeneralSecurityException cause) {
            super(cause);
        }
    }
}
