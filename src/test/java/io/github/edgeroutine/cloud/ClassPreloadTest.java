// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClassPreloadTest {

    @Test
    void signsAndReadsWithoutAFault() {
        ClassPreload headStart = new ClassPreload(() -> {});

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertDoesNotThrow(headStart::end));
    }
}
