// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {

    /** Found before a publish, as it could only break one off after. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:99999/",
                "ftp://www.example.com/",
                "https:///health",
                "/health",
                "http://under_score.host/",
                "https:h"
            })
    void whatCannotBeAskedIsNoProbe(String url) {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> new Probe(URI.create(url), 200, Optional.empty(), Duration.ZERO));

        assertEquals("has an address that is not http or https", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com:8443/health?token=s3cret#s3cret, https://www.example.com:8443/health",
        "https://www.example.com, https://www.example.com",
        "http://user/:s3cretpw@www.example.com/, http://user/…",
    })
    void anAddressIsPrintedWithoutWhatCanHoldASecret(String url, String printed) {
        assertEquals(printed, new Probe(URI.create(url), 200, Optional.empty(), Duration.ZERO).address());
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        URI url = URI.create("https://user:password@www.example.com/health");

        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> new Probe(url, 200, Optional.empty(), Duration.ZERO));

        assertEquals("has an address with a user in it, which would be printed", refused.getMessage());
    }
}
