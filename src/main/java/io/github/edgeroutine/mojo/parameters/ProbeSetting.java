// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.routine.publish.Probe;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A {@code <probe>} as the POM has it. */
public record ProbeSetting(
        Optional<String> url, Optional<String> status, Optional<String> contains, Optional<String> timeout) {

    public static ProbeSetting of(NestedElement element) {
        NestedElement probe = element.holds("url", "status", "contains", "timeout");
        return new ProbeSetting(probe.text("url"), probe.text("status"), probe.text("contains"), probe.text("timeout"));
    }

    /** @throws IllegalArgumentException if it cannot be put; the message is the rest of a sentence */
    public Probe probe() {
        String address = url.orElseThrow(() -> new IllegalArgumentException("holds a <probe> without <url>"));
        int expected = within("status", () -> ParameterText.number(status.orElse("200"), 100, 599));
        Duration patience = within("timeout", () -> ParameterText.seconds(timeout.orElse("30"), 0));
        try {
            return new Probe(new URI(address), expected, contains, patience);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Probe.NO_ADDRESS);
        }
    }

    private static <T> T within(String element, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("holds a <" + element + "> that " + e.getMessage());
        }
    }
}
