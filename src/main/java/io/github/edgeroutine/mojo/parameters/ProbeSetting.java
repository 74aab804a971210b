// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** A {@code <probe>} of the POM. */
public record ProbeSetting(
        Optional<String> url,
        Optional<String> status,
        Optional<String> contains,
        Optional<String> timeout,
        Optional<String> local) {

    /** @param probes may be {@code null}; an invalid element is left out, and its error is added */
    public static List<Probe> all(PlexusConfiguration probes, GoalContext goal, ParameterErrors faults) {
        return NestedElement.all("probes", probes, "probe", goal, faults).stream()
                .flatMap(element -> faults.readInPom("probes", () -> of(element).probe()).stream())
                .toList();
    }

    private static ProbeSetting of(NestedElement element) {
        NestedElement probe = element.holds("url", "status", "contains", "timeout", "local");
        return new ProbeSetting(
                probe.text("url"),
                probe.text("status"),
                probe.text("contains"),
                probe.text("timeout"),
                probe.text("local"));
    }

    /** @throws IllegalArgumentException if the probe is invalid; the message is the rest of a sentence */
    private Probe probe() {
        String address = url.orElseThrow(() -> new IllegalArgumentException("contains a <probe> without <url>"));
        int expected = NestedElement.within("status", () -> ParameterText.number(status.orElse("200"), 100, 599));
        Duration patience = NestedElement.within("timeout", () -> ParameterText.seconds(timeout.orElse("30"), 0));
        boolean here = NestedElement.within("local", () -> ParameterText.isOn(local.orElse("true")));
        try {
            return new Probe(new URI(address), expected, contains, patience, here);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Probe.NO_ADDRESS);
        }
    }
}
