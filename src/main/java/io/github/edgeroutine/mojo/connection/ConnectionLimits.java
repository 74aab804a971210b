// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.time.Duration;

/**
 * Time limits, and how often a call may be repeated.
 *
 * @param connect for for for the connection, a proxy's tunnel and the TLS handshake together
 * @param read for each piece of an answer
 * @param goal for all calls and waits together
 */
public record ConnectionLimits(Duration connect, Duration read, Duration goal, int retries) {

    /**
     * The time that a publish reserves for the read and the restore after a failure: three calls, but at most a third
     * of its time.
     */
    Duration reserve() {
        Duration third = goal.dividedBy(3);
        Duration threeCalls = connect.plus(read.multipliedBy(3));
        return third.compareTo(threeCalls) < 0 ? third : threeCalls;
    }
}
