// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A proxy, and where its settings were found. The user and the password are not printed: some proxies take a token as
 * the user.
 *
 * @param user empty if the proxy needs no login
 * @param origin the place of the settings in the log, such as "proxy corp in settings.xml"
 */
public record HttpProxy(String host, int port, String user, String password, String origin) {

    /** @throws IllegalArgumentException if host, port or user is invalid; the message never contains the value */
    public HttpProxy {
        if (!host.matches("[\\w.-]+|\\[[\\p{XDigit}:.]+]")) {
            throw new IllegalArgumentException("has no valid host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("has no valid port (1 to 65535)");
        }
        if (user.contains(":")) {
            throw new IllegalArgumentException("has a colon in its user, which is not allowed");
        }
    }

    /**
     * The proxy of the JVM, set with {@code -Dhttps.proxyHost} or {@code -Djava.net.useSystemProxies}.
     *
     * @throws IllegalArgumentException if the proxy is invalid; the message is a sentence
     */
    public static Optional<HttpProxy> ofJvm(URI target) {
        return Optional.ofNullable(ProxySelector.getDefault()).stream()
                .flatMap(selector -> selector.select(target).stream())
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(HttpProxy::ofJvm);
    }

    private static HttpProxy ofJvm(InetSocketAddress address) {
        String origin = "the JVM options, such as https.proxyHost";
        try {
            return new HttpProxy(address.getHostString(), address.getPort(), "", "", origin);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The proxy of the JVM, such as -Dhttps.proxyHost, cannot be used: it " + e.getMessage() + ".", e);
        }
    }

    /** The password, or the token if the user is a token, and the encoded form that is sent. */
    public List<String> secrets() {
        return user.isEmpty() ? List.of() : List.of(password.isEmpty() ? user : password, basic());
    }

    /** The value after {@code Proxy-Authorization: Basic}. */
    public String basic() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** Such as "proxy.corp:3128 (proxy corp in settings.xml, with a user)". */
    @Override
    public String toString() {
        return host + ":" + port + " (" + origin + (user.isEmpty() ? "" : ", with a user") + ")";
    }
}
