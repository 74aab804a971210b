// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import io.github.edgeroutine.routine.PrintedAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request to the edge that checks whether the published code works.
 *
 * @param url http or https
 * @param status the HTTP status that the answer must have
 * @param text what the body of the answer must contain; empty for any body
 * @param patience how long the answer may be wrong
 * @param local whether the code must give this answer also on this machine, without the edge
 */
public record Probe(URI url, int status, Optional<String> text, Duration patience, boolean local) {

    /** Does not repeat the address, because it may contain a password. */
    public static final String NO_ADDRESS = "has an address that is not http or https";

    /**
     * @throws IllegalArgumentException if the address or the status is invalid; the message is the rest of a sentence
     */
    public Probe {
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "has an address that contains a user: remove the user, because the" + " address is printed");
        }
        boolean isHttp = String.valueOf(url.getScheme()).matches("(?i)https?");
        if (!isHttp || url.getHost() == null || url.getPort() > 65535) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("has the status " + status + ", but must have one from 100 to 599");
        }
    }

    /** A probe that the code must answer also without the edge. */
    public Probe(URI url, int status, Optional<String> text, Duration patience) {
        this(url, status, text, patience, true);
    }

    /** What is wrong with an answer, as the rest of a sentence; empty if it is correct. */
    public Optional<String> flaw(int answered, String body) {
        return answered != status
                ? Optional.of("the status is " + answered + " instead of " + status)
                : text.filter(wanted -> !body.contains(wanted))
                        .map(wanted -> "the body does not contain '" + wanted + "'");
    }

    /** The total time for several probes, one after the other. */
    public static Duration patience(List<Probe> probes) {
        return probes.stream().map(Probe::patience).reduce(Duration.ZERO, Duration::plus);
    }

    /** The address as it is printed. */
    public String address() {
        return new PrintedAddress(url).toString();
    }
}
