// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.GoalTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How calls travel.
 *
 * @param connectTimeout for a connection, the TLS handshake included
 * @param readTimeout for each wait on the answer
 * @param time of the goal that makes the calls, which ends them too
 */
public record Network(Duration connectTimeout, Duration readTimeout, GoalTime time, RateLimit limit, Proxies proxies) {

    /** Clear text, which is for loopback alone, goes directly: a proxy would see what is signed. */
    public Optional<HttpProxy> proxyTo(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) ? proxies.to(target) : Optional.empty();
    }
}
