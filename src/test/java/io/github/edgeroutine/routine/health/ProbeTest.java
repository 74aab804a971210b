// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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
    void anInvalidRequestIsNotAProbe(String url) {
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

        assertEquals(
                "has an address that contains a user: remove the user, because the address is" + " printed",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 599})
    void everyStatusOfHttpCanBeExpected(int status) {
        assertEquals(status, probe(status, 0).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 600})
    void aStatusThatHttpDoesNotHaveIsRefused(int status) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> probe(status, 0));

        assertEquals("has the status " + status + ", but must have one from 100 to 599", refused.getMessage());
    }

    @Test
    void theHighestPortCanBeAsked() {
        URI url = URI.create("http://127.0.0.1:65535/");

        assertEquals(url, new Probe(url, 200, Optional.empty(), Duration.ZERO).url());
    }

    @ParameterizedTest
    @CsvSource({
        "200, all is well,",
        "200, all is ill, the body does not contain 'well'",
        "502, all is well, the status is 502 instead of 200",
    })
    void anAnswerMustHaveTheStatusAndHoldTheText(int status, String body, String flaw) {
        Probe probe = new Probe(URI.create("http://127.0.0.1/"), 200, Optional.of("well"), Duration.ZERO);

        assertEquals(Optional.ofNullable(flaw), probe.flaw(status, body));
    }

    @Test
    void severalProbesMayStayWrongOneAfterTheOther() {
        assertEquals(Duration.ofSeconds(7), Probe.patience(List.of(probe(200, 3), probe(200, 4))));
    }

    @Test
    void theWordsOfAFlawCanBeReplaced() {
        ProbeResult result = new ProbeResult(probe(200, 0), Optional.of("It failed"), Optional.empty());

        assertEquals("It failed twice", result.worded(words -> words + " twice").toString());
    }

    private static Probe probe(int status, int seconds) {
        return new Probe(URI.create("http://127.0.0.1/"), status, Optional.empty(), Duration.ofSeconds(seconds));
    }
}
