// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.net.URI;
import java.util.Optional;

/**
 * The way to a server. Connections with equal routes stand in for each other.
 *
 * @param host an IPv6 address in brackets
 * @param proxy empty if the server is reached directly
 */
public record Route(boolean encrypted, String host, int port, Optional<HttpProxy> proxy) {

    /** Clear text goes directly: a proxy would see what is signed. */
    public static Route to(URI target, Proxies proxies) {
        boolean encrypted = "https".equalsIgnoreCase(target.getScheme());
        int usual = encrypted ? 443 : 80;
        return new Route(
                encrypted,
                target.getHost(),
                target.getPort() < 0 ? usual : target.getPort(),
                encrypted ? proxies.to(target) : Optional.empty());
    }

    /** Without the brackets of an IPv6 address. */
    String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }
}
