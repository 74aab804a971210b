// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels. All tunnels lead to one port of this machine, so that no data can leave it. */
public final class ConnectProxy extends Relay {

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String authorization;
    private final String otherAnswer;

    private ConnectProxy(int destination, String authorization, String otherAnswer) throws IOException {
        super(new ServerSocket(0, 50, loopback()), destination);
        this.authorization = authorization;
        this.otherAnswer = otherAnswer;
    }

    public static ConnectProxy open(int destination) throws IOException {
        return new ConnectProxy(destination, "", null);
    }

    /** Only for one user. */
    public static ConnectProxy open(int destination, String user, String password) throws IOException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new ConnectProxy(destination, "\r\nProxy-Authorization: Basic " + basic + "\r\n", null);
    }

    /** Opens no tunnel and sends this answer. */
    public static ConnectProxy refusing(String answer) throws IOException {
        return new ConnectProxy(0, "", answer);
    }

    /** The requests for tunnels, opened or refused. */
    public List<String> heads() {
        return heads;
    }

    @Override
    boolean welcome(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        boolean welcome = otherAnswer == null && head.indexOf(authorization) >= 0;
        String refusal = otherAnswer == null
                ? "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\n\r\n"
                : otherAnswer;
        client.getOutputStream()
                .write((welcome ? "HTTP/1.1 200 Connection established\r\n\r\n" : refusal).getBytes(ISO_8859_1));
        return welcome;
    }
}
