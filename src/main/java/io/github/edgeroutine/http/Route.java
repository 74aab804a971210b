// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.net.URI;
import java.util.Optional;

/**
 * The address of a server and the proxy to it. Connections with equal routes can replace each other.
 *
 * @param host an IPv6 address in brackets
 * @param proxy empty if there is no proxy
 */
public record Route(boolean encrypted, String host, int port, Optional<HttpProxy> proxy) {

    /** Plain http does not use the proxy, because the proxy could read the signed request. */
    public static Route to(URI target, Proxies proxies) {
        boolean encrypted = "https".equalsIgnoreCase(target.getScheme());
        int usual = encrypted ? 443 : 80;
        return new Route(
                encrypted,
                target.getHost(),
                target.getPort() < 0 ? usual : target.getPort(),
                encrypted ? proxies.to(target) : Optional.empty());
    }

    /** The host; an IPv6 address without its brackets. */
    String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }
}
