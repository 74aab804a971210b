// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadStartTest {

    @Test
    void signsAndReadsWithoutAFault() {
        HeadStart headStart = new HeadStart(true);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertDoesNotThrow(headStart::end));
    }
}
