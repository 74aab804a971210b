// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.routine.Probe;
import io.github.edgeroutine.routine.Prober;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;

/** Fetches a probe's address. Follows no redirect: a probe that expects one says so by its status. */
public final class HttpProber implements Prober {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_BODY = 1024 * 1024;

    @Override
    public Optional<String> flaw(Probe probe, Duration left) {
        try {
            return flaw(probe, (HttpURLConnection) probe.url().toURL().openConnection(), left);
        } catch (IOException e) {
            return Optional.of("no answer came (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Optional<String> flaw(Probe probe, HttpURLConnection connection, Duration left) throws IOException {
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        int millis = (int) Math.max(1, Math.min(PATIENCE_MILLIS, left.toMillis()));
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setRequestProperty("User-Agent", "edge-routine-maven-plugin");
        connection.setRequestProperty("Cache-Control", "no-cache");
        try {
            int status = connection.getResponseCode();
            if (status != probe.status()) {
                return Optional.of("the status is " + status + " instead of " + probe.status());
            }
            return probe.text()
                    .filter(text -> !text.isEmpty())
                    .filter(text -> !body(connection, status).contains(text))
                    .map(text -> "the body does not hold '" + text + "'");
        } finally {
            connection.disconnect();
        }
    }

    /** What cannot be read of a body does not hold the text either. */
    private static String body(HttpURLConnection connection, int status) {
        try {
            // Not closed, or it would land in the JVM's pool of connections.
            InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            return in == null ? "" : new String(in.readNBytes(LONGEST_BODY), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
