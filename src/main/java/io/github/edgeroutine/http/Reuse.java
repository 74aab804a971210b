// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.time.Duration;

/** Which connections will do for a request, besides a new one. */
enum Reuse {
    /** No other: the server closes it after the answer. */
    NONE(Duration.ZERO),

    /**
     * For what can be sent again without harm. Servers close an idle connection after 5 (Apache, Node) to 75 seconds (nginx);
     * Alibaba Cloud's load balancers do it after 15, unless they are told otherwise.
     */
    READ(Duration.ofSeconds(10)),

    /**
     * For what may change something: only where an answer came, or the connection was opened, so shortly before that no known
     * server has closed it. A second is left for the way there and back.
     */
    WRITE(Duration.ofSeconds(4));

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Duration mostIdle;

    Reuse(Duration mostIdle) {
        this.mostIdle = mostIdle;
    }

    /** A connection that is idle for longer will not do. */
    Duration mostIdle() {
        return mostIdle;
    }

    /** Whether a look is worth its millisecond. A read that comes at once does without: it is sent again if need be. */
    boolean looksFirst(Duration idle) {
        return this == WRITE || idle.compareTo(MOMENT) > 0;
    }
}
