// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Words for a network that failed. The exceptions' own texts are left out: they may hold the signed address. */
final class NetworkFailure {

    private final String server;
    private final String element;
    private final Network network;

    /**
     * @param server as a sentence names it
     * @param element of the POM that could be wrong about it; empty if there is none
     */
    NetworkFailure(String server, String element, Network network) {
        this.server = server;
        this.element = element;
        this.network = network;
    }

    CallFailedException of(IOException failure) {
        if (failure instanceof Wire.TooLongException) {
            return new CallFailedException(
                    "the answer of " + server + " is " + failure.getMessage(),
                    Kind.UNREADABLE,
                    Effect.UNKNOWN,
                    "Check " + element + "the proxies and portals on the way: one may answer in place of the service.");
        }
        return failure instanceof Wire.NotSentException ? notSent(failure.getCause()) : noAnswer(failure);
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
        if (cause instanceof UnknownHostException) {
            return notSent(
                    "the host of " + server + " is unknown",
                    "Check " + element + "the name resolution of this machine, and whether it needs a proxy.");
        }
        if (cause instanceof SocketTimeoutException) {
            return notSent(
                            server + " gave no connection in time",
                            "Check the network and the firewall, or raise <connectTimeout> (-Dedge-routine.connectTimeout).")
                    .passing();
        }
        if (cause instanceof ConnectException
                && String.valueOf(cause.getMessage()).contains("refused")) {
            return notSent(
                            server + " refused the connection",
                            "Check " + element + "the firewall, and whether this machine needs a proxy.")
                    .passing();
        }
        if (cause instanceof SSLException) {
            return notSent(
                    "no trusted TLS connection to " + server + " came about",
                    "Check that the certificate is for this host, and that the JDK's trust store (javax.net.ssl.trustStore in"
                            + " MAVEN_OPTS) knows its authority, which is the proxy's own where one opens TLS.");
        }
        return notSent(
                        "no connection to " + server + " came about ("
                                + cause.getClass().getSimpleName() + ")",
                        "Check the network of this machine.")
                .passing();
    }

    private CallFailedException refusedByProxy(HttpProxy proxy, int status) {
        if (status == 407) {
            return notSent(
                    "the proxy " + proxy
                            + (proxy.user().isEmpty() ? " wants a user and a password" : " refused user or password"),
                    "Correct them in " + proxy.origin() + "; they are sent as Basic, other ways are not supported.");
        }
        if (status == 0) {
            return notSent(
                    "the proxy " + proxy + " does not answer as an HTTP proxy does",
                    "Check host and port in " + proxy.origin() + ".");
        }
        CallFailedException failure = notSent(
                "the proxy " + proxy + " opened no way to " + server + " (HTTP " + status + ")",
                "Have the proxy let it through, or except the host from the proxy.");
        return status == 502 || status == 503 || status == 504 ? failure.passing() : failure;
    }

    private static CallFailedException notSent(String reason, String remedy) {
        return new CallFailedException(reason, Kind.LASTING, Effect.NONE, remedy).unsent();
    }

    private CallFailedException noAnswer(IOException failure) {
        if (network.time().isUp()) {
            return noVerdict(
                    server + " did not answer before the time of the goal was up",
                    "Raise <timeout> (-Dedge-routine.timeout) if it happens again.");
        }
        if (failure instanceof SocketTimeoutException) {
            return noVerdict(
                    server + " did not answer within " + seconds(network.readTimeout()),
                    "Raise <readTimeout> (-Dedge-routine.readTimeout) if it happens again.");
        }
        return noVerdict(
                "the connection to " + server + " broke before the whole answer was there ("
                        + failure.getClass().getSimpleName() + ")",
                "Check the network and the proxies on the way.");
    }

    private static CallFailedException noVerdict(String reason, String remedy) {
        return new CallFailedException(reason, Kind.NO_VERDICT, Effect.UNKNOWN, remedy).passing();
    }

    private static String seconds(Duration timeout) {
        return timeout.toSeconds() + " s";
    }
}
