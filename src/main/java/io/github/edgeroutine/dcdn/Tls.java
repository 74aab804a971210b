// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS as the JVM's trust store wants it, over plain sockets of our choice. Certificate and host name are verified in the
 * handshake, whatever another plugin has made the default of {@code HttpsURLConnection}.
 */
final class Tls extends SSLSocketFactory {

    private final SSLSocketFactory jvm;
    private final Supplier<Socket> plain;

    /** @param jvm with the JVM's trust store, but in tests */
    Tls(SSLSocketFactory jvm, Supplier<Socket> plain) {
        this.jvm = jvm;
        this.plain = plain;
    }

    /** One for the whole JVM, which reads its trust store the first time. */
    static SSLSocketFactory ofJvm() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Without TLS yet: {@code HttpsURLConnection} connects it, then hands it to the method below. */
    @Override
    public Socket createSocket() {
        return plain.get();
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) jvm.createSocket(connected, host, port, autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The last resort of {@code HttpsURLConnection}; it would go past the proxy. */
    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new SocketException("no second way");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return jvm.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return jvm.getSupportedCipherSuites();
    }
}
