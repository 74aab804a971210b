// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.probe;

import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.health.ProbeAnswer;
import io.github.edgeroutine.routine.health.Prober;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Gets the address of a probe. Does not follow redirects, because a probe can expect one with its status. */
public final class HttpProber implements Prober {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_BODY = 1024 * 1024;

    private final HttpSettings network;

    /** @param service the network settings of the service. A probe uses the same, with a shorter timeout */
    public HttpProber(HttpSettings service) {
        this.network = new HttpSettings(PATIENCE, PATIENCE, service.time(), service.proxies(), service.connections());
    }

    @Override
    public ProbeAnswer ask(Probe probe, Duration left) {
        Optional<String> wanted = probe.text().filter(text -> !text.isEmpty());
        try {
            // A body that is not needed is not read, because it may be endless.
            int most = wanted.isPresent() ? LONGEST_BODY : 0;
            Duration limit = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
            Answer answer = new Wire(network).get(probe.url(), Map.of("Cache-Control", "no-cache"), most, limit);
            return new ProbeAnswer(OptionalInt.of(answer.status()), probe.flaw(answer.status(), answer.body()));
        } catch (IOException e) {
            return ProbeAnswer.none(new NetworkFailure(server(probe.url()), "", network).ofProbe(e));
        }
    }

    private static String server(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
