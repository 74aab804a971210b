// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * Services that provide a key: STS over TLS behind a proxy, the metadata of an ECS instance, and a credentials URI. A
 * JVM with {@link #options()} and {@link #environment()} reaches only them, and no other machine.
 */
public final class KeyServices implements AutoCloseable {

    private static final String KEY =
            "'AccessKeyId':'STS.NTIntegration%s','AccessKeySecret':'secret','SecurityToken':'token','Expiration':'2099-01-01T00:00:00Z'";

    private final HttpServer server;
    private final Keys keys;
    private final TlsFront front;
    private final ConnectProxy proxy;

    public KeyServices(File directory) throws IOException, InterruptedException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        answer("/latest/api/token", "metadata token");
        answer("/latest/meta-data/ram/security-credentials/", "builder");
        answer("/latest/meta-data/ram/security-credentials/builder", "{'Code':'Success'," + key("Inst") + "}");
        answer("/uri", "{'Code':'Success'," + key("Addr") + "}");
        answer("/", "{'RequestId':'R','Credentials':{" + key("Role") + "}}");
        server.start();
        keys = Keys.make(
                directory.toPath().resolve("sts.p12"), "dns:sts.aliyuncs.com,dns:sts.cn-hangzhou.aliyuncs.com");
        front = new TlsFront(keys, server.getAddress().getPort());
        proxy = ConnectProxy.open(front.port());
    }

    private static String key(String origin) {
        return KEY.formatted(origin);
    }

    private void answer(String path, String text) {
        byte[] body = text.replace('\'', '"').getBytes(UTF_8);
        server.createContext(path, (HttpExchange exchange) -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** A possible value of {@code ALIBABA_CLOUD_CREDENTIALS_URI}. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/uri";
    }

    /** The options of a JVM whose calls arrive here. */
    public List<String> options() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keys.store(), "-Djavax.net.ssl.trustStorePassword=" + Keys.PASSWORD);
    }

    /** The SDK's clients read their proxies from these variables. */
    public Map<String, String> environment() {
        return Map.of(
                "HTTP_PROXY", "http://127.0.0.1:" + server.getAddress().getPort(),
                "HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        front.close();
        server.stop(0);
    }
}
