// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class NetworkFailureTest {

    private final NetworkFailure failure = new NetworkFailure(
            "the server",
            "",
            new HttpSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    new GoalTime(Duration.ofMinutes(1), new SteadyClock(), pause -> {}),
                    target -> Optional.empty(),
                    ConnectionPool.ofJvm()));

    @Test
    void theMessageNamesTheExceptionOfAConnection() {
        assertEquals(words("SocketException"), said(new SocketException("a text that may hold the signed address")));
        assertEquals(words("IOException"), said(new IOException("a text")));
        assertEquals(words("SSLException"), said(new SSLException(new IllegalStateException())));
        // An Error of the thread of the exchange is wrapped in an IOException.
        assertEquals(words("OutOfMemoryError"), said(new IOException(new OutOfMemoryError())));
    }

    @Test
    void theMessageNamesTheReasonIfTheRequestWasNotSent() {
        assertEquals(
                "the connection to the server was not open before the goal had used all of its time",
                notSent(new Wire.TimeUpException()));
        assertEquals("the connection to the server timed out", notSent(new SocketTimeoutException()));
        assertEquals("the connection to the server failed (SocketException)", notSent(new SocketException("a text")));
    }

    @Test
    void theMessageNamesTheTimeoutOfALateAnswer() {
        assertEquals("the server did not answer within 5 s", said(new SocketTimeoutException()));
        assertEquals(
                "the server did not answer before the goal had used all of its time", said(new Wire.TimeUpException()));
    }

    @Test
    void theMessageOfAProbeNamesNoParameter() {
        String late = "no complete answer before the timeout";

        assertEquals(late, failure.ofProbe(new SocketTimeoutException()));
        assertEquals(late, failure.ofProbe(new Wire.TimeUpException()));
        assertEquals(late, failure.ofProbe(new Wire.NotSentException(new Wire.TimeUpException())));
        assertEquals(
                "the connection to the server failed (SocketException)",
                failure.ofProbe(new Wire.NotSentException(new SocketException("a text"))));
    }

    private String notSent(IOException cause) {
        return said(new Wire.NotSentException(cause));
    }

    private String said(IOException broken) {
        return failure.of(broken).getMessage();
    }

    private static String words(String name) {
        return "the connection to the server failed before the answer was complete (" + name + ")";
    }
}
