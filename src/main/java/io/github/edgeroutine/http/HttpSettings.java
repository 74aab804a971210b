// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import io.github.edgeroutine.routine.call.GoalTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How calls travel.
 *
 * @param connectTimeout for the connection, the proxy's tunnel and the TLS handshake together
 * @param readTimeout for each wait on the answer
 * @param time of the goal that makes the calls, which ends them too
 * @param connections of all goals of the build
 */
public record HttpSettings(
        Duration connectTimeout, Duration readTimeout, GoalTime time, Proxies proxies, ConnectionPool connections) {

    /** Empty if the server is reached directly. */
    public Optional<HttpProxy> proxyTo(URI target) {
        return Route.to(target, proxies).proxy();
    }
}
