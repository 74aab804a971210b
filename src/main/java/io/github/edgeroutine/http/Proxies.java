// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.net.URI;
import java.util.Optional;

/** Finds the proxy for a server. It is called for each server, because some servers may be excluded from the proxy. */
@FunctionalInterface
public interface Proxies {

    /**
     * @param target an https address
     * @return empty if there is no proxy
     */
    Optional<HttpProxy> to(URI target);
}
