// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.time.Duration;

/**
 * How long things may take, and how often a call may be repeated.
 *
 * @param connect the connection, a proxy's tunnel and the TLS handshake together
 * @param read each piece of an answer
 * @param goal all calls and waits together
 */
public record ConnectionLimits(Duration connect, Duration read, Duration goal, int retries) {

    /**
     * What a goal that publishes keeps back of its time, for the look and the restore after a failure: as long as three
     * calls take, but at most a third.
     */
    Duration reserve() {
        Duration third = goal.dividedBy(3);
        Duration threeCalls = connect.plus(read.multipliedBy(3));
        return third.compareTo(threeCalls) < 0 ? third : threeCalls;
    }
}
