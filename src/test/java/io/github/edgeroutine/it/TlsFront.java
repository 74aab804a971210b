// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Adds TLS to a server without TLS. */
public final class TlsFront extends Relay {

    public TlsFront(Keys keys, int destination) throws IOException, GeneralSecurityException {
        this(keys.context(), destination);
    }

    public TlsFront(SSLContext context, int destination) throws IOException {
        super(context.getServerSocketFactory().createServerSocket(0, 50, loopback()), destination);
    }

    @Override
    boolean welcome(Socket client) throws IOException {
        ((SSLSocket) client).startHandshake();
        return true;
    }
}
