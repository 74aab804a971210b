// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each request with the next step of a script, on any connection. After the script it answers "ok". */
final class ScriptedServer implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private record Step(String answer, boolean closes) {}

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final Queue<Step> script = new ConcurrentLinkedQueue<>();
    private final List<Integer> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int awaited;

    ScriptedServer() throws IOException {
        daemon(this::accept);
    }

    ScriptedServer answers(String answer) {
        script.add(new Step(answer, false));
        return this;
    }

    /** @param answer empty if no answer is sent */
    ScriptedServer answersAndCloses(String answer) {
        script.add(new Step(answer, true));
        return this;
    }

    /** Answers only after this number of requests has arrived. */
    void awaits(int requests) {
        awaited = requests;
    }

    /** Sends text to all clients without a request. */
    void says(String unasked) throws IOException {
        for (Socket client : open) {
            client.getOutputStream().write(unasked.getBytes(ISO_8859_1));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** The number of the connection of each request, starting with 1. */
    List<Integer> requests() {
        return requests;
    }

    int accepted() {
        return accepted.get();
    }

    /** The number of connections that are still open on both sides. */
    int open() {
        return open.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                int number = accepted.incrementAndGet();
                daemon(() -> serve(client, number));
            } catch (IOException e) {
                // The test has ended.
            }
        }
    }

    private void serve(Socket client, int number) {
        try (client) {
            InputStream in = client.getInputStream();
            while (readRequest(in)) {
                requests.add(number);
                while (requests.size() < awaited) {
                    Thread.sleep(1);
                }
                Step step = script.isEmpty() ? new Step(OK, false) : script.remove();
                client.getOutputStream().write(step.answer.getBytes(ISO_8859_1));
                if (step.closes) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has closed the connection.
        } finally {
            open.remove(client);
        }
    }

    /** @return whether there was a request; its body is one byte */
    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        return !head.toString().startsWith("POST") || in.read() >= 0;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
