// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One HTTP exchange, whose request is sent at most once. After it only the connection remains, in the {@link
 * ConnectionPool} of the build, where another exchange may use it.
 *
 * <p>The JDK's clients are not used. They take cookies, passwords and proxies from defaults of the whole JVM. They log
 * the signed address, repeat requests on their own, and have reads and writes without a timeout.
 */
public final class Wire {

    private static final int MIB = 1024 * 1024;

    private final HttpSettings network;

    public Wire(HttpSettings network) {
        this.network = network;
    }

    /**
     * Posts a request that may change something.
     *
     * @param mostMib the limit for the answer, in MiB; a longer answer is a failure
     * @throws IOException that {@link NetworkFailure} translates into a message
     */
    public Answer post(String url, Map<String, String> headers, byte[] body, int mostMib) throws IOException {
        return post(url, headers, body, mostMib, Reuse.WRITE);
    }

    /**
     * Posts a request that changes nothing.
     *
     * @param mostMib the limit for the answer, in MiB; a longer answer is a failure
     * @throws UnansweredException if the request can be sent again at once
     * @throws IOException that {@link NetworkFailure} translates into a message
     */
    public Answer postQuery(String url, Map<String, String> headers, byte[] body, int mostMib) throws IOException {
        return post(url, headers, body, mostMib, Reuse.READ);
    }

    private Answer post(String url, Map<String, String> headers, byte[] body, int mostMib, Reuse reuse)
            throws IOException {
        return exchange(
                new Exchange("POST", URI.create(url), headers, body, mostMib * MIB, true, reuse),
                network.time().left());
    }

    /**
     * Gets an address on a new connection, like a first visitor.
     *
     * @param most the limit for the answer's body, in bytes; the rest is not read
     * @param limit the timeout for the whole exchange
     * @throws IOException that {@link NetworkFailure} translates into a message
     */
    public Answer get(URI url, Map<String, String> headers, int most, Duration limit) throws IOException {
        return exchange(new Exchange("GET", url, headers, new byte[0], most, false, Reuse.NONE), limit);
    }

    private Answer exchange(Exchange exchange, Duration limit) throws IOException {
        Line line = new Line(exchange, network);
        if (line.route().encrypted()) {
            network.connections().tls().load();
        }
        Background thread = Background.start(line);
        try {
            return exchange(line, limit);
        } finally {
            line.close();
            thread.end();
        }
    }

    private Answer exchange(Line line, Duration limit) throws IOException {
        long start = System.nanoTime();
        // One more millisecond, so that no call ends before the goal's time does.
        long end = start + limit.plusMillis(1).toNanos();
        boolean goalEndsFirst = limit.compareTo(network.connectTimeout()) <= 0;
        long connectEnd = goalEndsFirst ? end : start + network.connectTimeout().toNanos();
        try {
            await(line.reached(), connectEnd, goalEndsFirst ? TimeUpException::new : line::notReached);
            await(line.secured(), connectEnd, goalEndsFirst ? TimeUpException::new : SocketTimeoutException::new);
        } catch (IOException e) {
            throw new NotSentException(e);
        }
        return await(line.answered(), end, TimeUpException::new);
    }

    /**
     * Waits also if the thread is interrupted, because the result of a started call is needed. The interrupt flag is
     * set again at the end.
     */
    private static <T> T await(CompletableFuture<T> step, long end, Supplier<IOException> late) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return step.get(end - System.nanoTime(), NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    // If the step was completed at this very moment, this has no effect, and the next step has started.
                    step.completeExceptionally(late.get());
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The time for the exchange is over. */
    public static final class TimeUpException extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** The request was not sent, so the service did not receive it. The cause says why. */
    static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1;

        NotSentException(IOException cause) {
            super(cause);
        }
    }

    /**
     * A reused connection was closed before the first byte of an answer. Probably the server had already closed it, but
     * it may have received the request.
     */
    public static final class UnansweredException extends IOException {

        private static final long serialVersionUID = 1;

        UnansweredException(IOException cause) {
            super(cause);
        }

        IOException cause() {
            return (IOException) getCause();
        }
    }
}
