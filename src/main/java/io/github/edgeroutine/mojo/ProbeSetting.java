// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.routine.Probe;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/** A {@code <probe>} as the POM has it; Maven fills the fields. */
public final class ProbeSetting {

    private String url;
    private int status = 200;
    private String contains;
    private int timeout = 30;

    /** @throws IllegalArgumentException if it cannot be put; the message is the rest of a sentence */
    Probe probe() {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("holds a <probe> without <url>");
        }
        if (timeout < 0 || timeout > 3600) {
            throw new IllegalArgumentException(
                    "holds a <timeout> of " + timeout + ", which must be from 0 to 3600 seconds");
        }
        try {
            return new Probe(new URI(url.strip()), status, Optional.ofNullable(contains), Duration.ofSeconds(timeout));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Probe.NO_ADDRESS);
        }
    }
}
