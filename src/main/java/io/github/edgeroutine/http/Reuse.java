// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.time.Duration;

/** Which existing connections a request may use. A new one is always allowed. */
enum Reuse {
    /** Only a new connection. The server closes it after the answer. */
    NONE(Duration.ZERO),

    /**
     * For a request that can be sent again without harm. Servers close an idle connection after 5 (Apache, Node) to 75
     * seconds (nginx). Alibaba Cloud's load balancers close it after 15 seconds by default.
     */
    READ(Duration.ofSeconds(10)),

    /**
     * For a request that may change something. The connection was opened or answered so recently that no known server
     * has closed it. One second is left for the transport.
     */
    WRITE(Duration.ofSeconds(4));

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Duration mostIdle;

    Reuse(Duration mostIdle) {
        this.mostIdle = mostIdle;
    }

    /** A connection that was idle for longer is not used. */
    Duration mostIdle() {
        return mostIdle;
    }

    /**
     * Whether to check the connection first, which takes a millisecond. A read soon after the last answer does not need
     * it, because a read can be sent again.
     */
    boolean looksFirst(Duration idle) {
        return this == WRITE || idle.compareTo(MOMENT) > 0;
    }
}
