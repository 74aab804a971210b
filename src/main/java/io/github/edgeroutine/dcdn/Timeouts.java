package io.github.edgeroutine.dcdn;

import java.time.Duration;

/**
 * How long the network may take.
 *
 * @param connect for a connection, the TLS handshake included
 * @param read for each wait on the answer
 */
public record Timeouts(Duration connect, Duration read) {}
