// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.edgeroutine.http.Tls;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassPreloadTest {

    @Test
    void signsAndReadsWithoutAFault() {
        ClassPreload headStart = new ClassPreload(Optional.of(Tls.ofJvm()), () -> {});

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertDoesNotThrow(headStart::end));
    }
}
