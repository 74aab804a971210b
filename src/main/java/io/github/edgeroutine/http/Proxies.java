// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.net.URI;
import java.util.Optional;

/** Which proxy leads to a server. It is asked for each, as some may be excepted. */
@FunctionalInterface
public interface Proxies {

    /**
     * @param target an https address
     * @return empty if the server is reached directly
     */
    Optional<HttpProxy> to(URI target);
}
