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
 * One HTTP exchange, whose request is sent at most once. Nothing outlives it and nothing is shared with another execution in
 * this JVM: each has its own connection and its own thread, and both end with it.
 *
 * <p>The JDK's clients are left out. They take cookies, passwords and proxies from defaults of the whole JVM, log the signed
 * address, send again unasked, and have reads and writes that no time limit ends.
 */
public final class Wire {

    private static final int MIB = 1024 * 1024;
    /** Only for a lookup of a host name, which nothing can end before the system does. */
    private static final long MILLIS_TO_END = 500;

    private final HttpSettings network;

    public Wire(HttpSettings network) {
        this.network = network;
    }

    /**
     * @param mostMib of the answer, in MiB; a longer one is a failure
     * @throws IOException for {@link NetworkFailure} to put into words
     */
    public Answer post(String url, Map<String, String> headers, byte[] body, int mostMib) throws IOException {
        return exchange(
                new Exchange("POST", URI.create(url), headers, body, mostMib * MIB, true),
                network.time().left());
    }

    /**
     * @param most of the answer's body, in bytes; what follows is not read
     * @param limit for all of it
     * @throws IOException for {@link NetworkFailure} to put into words
     */
    public Answer get(URI url, Map<String, String> headers, int most, Duration limit) throws IOException {
        return exchange(new Exchange("GET", url, headers, new byte[0], most, false), limit);
    }

    private Answer exchange(Exchange exchange, Duration limit) throws IOException {
        if (exchange.isEncrypted()) {
            network.tls().load();
        }
        Line line = new Line(exchange, network);
        // No thread locals of the build and no class loader: they would be held as long as the thread is.
        Thread thread = new Thread(null, line, "edge-routine-call", 0, false);
        thread.setContextClassLoader(null);
        thread.setDaemon(true);
        thread.start();
        try {
            return exchange(line, limit);
        } finally {
            line.close();
            end(thread);
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

    private static void end(Thread thread) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(MILLIS_TO_END);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
}
