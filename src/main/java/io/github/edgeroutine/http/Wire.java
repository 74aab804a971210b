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
 * One HTTP exchange, whose request is sent at most once. Nothing of it outlives it but its connection, which another one may
 * take over from the {@link ConnectionPool} of the build.
 *
 * <p>The JDK's clients are left out. They take cookies, passwords and proxies from defaults of the whole JVM, log the signed
 * address, send again unasked, and have reads and writes that no time limit ends.
 */
public final class Wire {

    private static final int MIB = 1024 * 1024;

    private final HttpSettings network;

    public Wire(HttpSettings network) {
        this.network = network;
    }

    /**
     * Posts what may change something.
     *
     * @param mostMib of the answer, in MiB; a longer one is a failure
     * @throws IOException for {@link NetworkFailure} to put into words
     */
    public Answer post(String url, Map<String, String> headers, byte[] body, int mostMib) throws IOException {
        return post(url, headers, body, mostMib, Reuse.WRITE);
    }

    /**
     * Posts what changes nothing.
     *
     * @param mostMib of the answer, in MiB; a longer one is a failure
     * @throws UnansweredException if it is worth another try at once
     * @throws IOException for {@link NetworkFailure} to put into words
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
     * Gets what an address answers to somebody who comes for the first time.
     *
     * @param most of the answer's body, in bytes; what follows is not read
     * @param limit for all of it
     * @throws IOException for {@link NetworkFailure} to put into words
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
        // A millisecond more: no call ends before the goal's time does.
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

    /** An interrupt is kept for whoever waits next: a call that was begun is worth its answer. */
    private static <T> T await(CompletableFuture<T> step, long end, Supplier<IOException> late) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return step.get(end - System.nanoTime(), NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    // Unless it was done in this very moment: then what follows it has begun.
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

    /** The time for the exchange is up. */
    public static final class TimeUpException extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** The request was not sent, so that the service surely saw nothing; the cause says why. */
    static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1;

        NotSentException(IOException cause) {
            super(cause);
        }
    }

    /**
     * The connection, which was there before the request, ended without one byte of an answer: most probably the server had
     * closed it. Nevertheless it may have got the request.
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
