// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    @Test
    void atMostAThirdOfTheTimeIsReservedForTheReadAndTheRestore() {
        assertEquals(Duration.ofSeconds(2), limits(10, 30, 6).reserve());
    }

    @Test
    void atMostTheTimeOfThreeCallsIsReserved() {
        assertEquals(Duration.ofSeconds(7), limits(1, 2, 300).reserve());
    }

    private static ConnectionLimits limits(int connect, int read, int goal) {
        return new ConnectionLimits(Duration.ofSeconds(connect), Duration.ofSeconds(read), Duration.ofSeconds(goal), 3);
    }
}
