// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * The message for a network failure. The text of the exception is not used, because it may contain the signed address.
 */
public final class NetworkFailure {

    private final String server;
    private final String element;
    private final HttpSettings network;

    /**
     * @param server the name of the server in the message
     * @param element the POM element that may be wrong, with a comma and a blank at its end; may be empty
     */
    public NetworkFailure(String server, String element, HttpSettings network) {
        this.server = server;
        this.element = element;
        this.network = network;
    }

    public CallFailedException of(IOException failure) {
        if (failure instanceof Exchange.TooLongException) {
            return new CallFailedException(
                    "the answer of " + server + " is " + failure.getMessage(),
                    Reason.UNREADABLE,
                    Effect.UNKNOWN,
                    "Check " + element + "the proxies and the portals: one of them may answer instead of the"
                            + " service.");
        }
        return failure instanceof Wire.NotSentException ? notSent(failure.getCause()) : noAnswer(failure);
    }

    /** The message for a probe. A probe has no parameters for these timeouts. */
    public String ofProbe(IOException failure) {
        Throwable cause = failure instanceof Wire.NotSentException ? failure.getCause() : failure;
        return cause instanceof Wire.TimeUpException || cause instanceof SocketTimeoutException
                ? "no complete answer before the timeout"
                : of(failure).getMessage();
    }

    private CallFailedException notSent(Throwable cause) {
        if (cause instanceof Tunnel.FailedException failed) {
            return failed.getCause() == null
                    ? refusedByProxy(failed.proxy(), failed.status())
                    : new NetworkFailure(
                                    "the proxy " + failed.proxy(),
                                    failed.proxy().origin() + ", ",
                                    network)
                            .notSent(failed.getCause());
        }
        if (cause instanceof Wire.TimeUpException) {
            return notSent(
                    "the connection to " + server + " was not open before the goal had used all of" + " its time",
                    "Raise {timeout} if it happens again.");
        }
        if (cause instanceof Tls.TrustStoreException) {
            return notSent(
                    "the trust store of the JVM cannot be read or contains no certificate",
                    "Check javax.net.ssl.trustStore, javax.net.ssl.trustStorePassword and javax.net.ssl.trustStoreType"
                            + " in MAVEN_OPTS and .mvn/jvm.config: the file, its password and its type.");
        }
        if (cause instanceof UnknownHostException) {
            return notSent(
                    "the host name of " + server + " cannot be resolved",
                    "Check " + element + "the DNS of this machine, and whether it needs a proxy.");
        }
        if (cause instanceof SocketTimeoutException) {
            return notSent(
                            "the connection to " + server + " timed out",
                            "Check the network and the firewall, or raise {connectTimeout}.")
                    .passing();
        }
        if (cause instanceof ConnectException
                && String.valueOf(cause.getMessage()).contains("refused")) {
            return notSent(
                            server + " refused the connection",
                            "Check " + element + "the firewall, and whether this machine needs a proxy.")
                    .passing();
        }
        if (cause instanceof SSLException failed) {
            String handshake = "the TLS handshake with " + server + " failed";
            return CertificateFault.of(failed)
                    .map(fault -> notSent(handshake + ": " + fault.clause(), fault.remedy()))
                    .orElseGet(() -> notSent(
                            handshake,
                            "Check " + element + "whether the server supports TLS 1.2 or TLS 1.3, and whether a"
                                    + " proxy or firewall changes the connection."));
        }
        return notSent(
                        "the connection to " + server + " failed (" + name(cause) + ")",
                        "Check the network of this machine.")
                .passing();
    }

    private CallFailedException refusedByProxy(HttpProxy proxy, int status) {
        if (status == 407) {
            return notSent(
                    "the proxy " + proxy
                            + (proxy.user().isEmpty()
                                    ? " requires a user and a password"
                                    : " rejected the user" + " or the password"),
                    "Correct them in " + proxy.origin() + ". Only Basic authentication is supported.");
        }
        if (status < 0) {
            return notSent(
                    "the proxy " + proxy + " did not answer like an HTTP proxy",
                    "Check host and port in " + proxy.origin() + ".");
        }
        CallFailedException failure = notSent(
                "the proxy " + proxy + " refused the connection to " + server + " (HTTP " + status + ")",
                "Allow the host in the proxy, or exclude it from the proxy.");
        return status == 502 || status == 503 || status == 504 ? failure.passing() : failure;
    }

    private static CallFailedException notSent(String reason, String remedy) {
        return new CallFailedException(reason, Reason.REFUSED, Effect.NOT_SENT, remedy);
    }

    private CallFailedException noAnswer(IOException failure) {
        if (failure instanceof Wire.TimeUpException) {
            return noVerdict(
                    server + " did not answer before the goal had used all of its time",
                    "Raise {timeout} if it happens again.");
        }
        if (failure instanceof SocketTimeoutException) {
            return noVerdict(
                    server + " did not answer within " + seconds(network.readTimeout()),
                    "Raise {readTimeout} if it happens again.");
        }
        return noVerdict(
                "the connection to " + server + " failed before the answer was complete (" + name(failure) + ")",
                "Check the network and the proxies.");
    }

    private static CallFailedException noVerdict(String reason, String remedy) {
        return new CallFailedException(reason, Reason.UNANSWERED, Effect.UNKNOWN, remedy).passing();
    }

    /** The name of the exception. The JDK's network code may also throw an {@code Error}. */
    private static String name(Throwable failure) {
        boolean wraps = failure instanceof Wire.UnansweredException
                || failure.getClass() == IOException.class && failure.getCause() != null;
        return (wraps ? failure.getCause() : failure).getClass().getSimpleName();
    }

    private static String seconds(Duration timeout) {
        return timeout.toSeconds() + " s";
    }
}
