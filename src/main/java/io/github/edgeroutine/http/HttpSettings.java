// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import io.github.edgeroutine.routine.call.GoalTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The network settings of the calls.
 *
 * @param connectTimeout for the connection, the proxy tunnel and the TLS handshake together
 * @param readTimeout for each wait for data of the answer
 * @param time of the goal; a call ends when this time is over
 * @param connections shared by all goals of the build
 */
public record HttpSettings(
        Duration connectTimeout, Duration readTimeout, GoalTime time, Proxies proxies, ConnectionPool connections) {

    /** Empty if there is no proxy. */
    public Optional<HttpProxy> proxyTo(URI target) {
        return Route.to(target, proxies).proxy();
    }
}
