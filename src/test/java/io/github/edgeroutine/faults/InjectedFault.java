// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.cloud.GatewayError;
import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault of a call.
 *
 * @param passes whether a retry may succeed
 * @param turnedAway whether it is always before the operation, like all refusals of the gateway
 * @param carriedOut whether it is after the operation
 * @param silent whether the client only sees it as a timeout
 */
public record InjectedFault(Fault fault, boolean passes, boolean turnedAway, boolean carriedOut, boolean silent) {

    public static final String STORE = "PostObject";
    public static final AccessKey KEY = WireFixture.KEY;

    /** An answer of a proxy: markup, a secret from the request, and a terminal command. */
    private static final String PAGE = "<html>\r\n" + KEY.secret() + "\u001b[31m Signature=abc</html>";

    /**
     * All faults of the simulator for this operation, before it and, if that is different, after it.
     *
     * @param own how the service itself refuses the operation
     * @param isRead whether the operation changes nothing
     */
    static List<InjectedFault> of(String operation, Stream<InjectedFault> own, boolean isRead) {
        return Stream.concat(operation.equals(STORE) ? store() : Stream.concat(own, gateway()), network())
                .flatMap(fault -> isRead || fault.turnedAway() ? Stream.of(fault) : Stream.of(fault, fault.after()))
                .toList();
    }

    /** A permanent refusal. */
    public static InjectedFault lasting(Fault fault) {
        return new InjectedFault(fault, false, false, false, false);
    }

    /** A temporary refusal before the operation. */
    public static InjectedFault busy(Fault fault) {
        return new InjectedFault(fault, true, true, false, false);
    }

    private InjectedFault after() {
        return new InjectedFault(fault.afterTheOperation(), passes, false, true, silent);
    }

    private static Stream<InjectedFault> gateway() {
        return Stream.of(GatewayError.values()).map(InjectedFault::error);
    }

    /** One code of each class. */
    private static InjectedFault error(GatewayError error) {
        return switch (error) {
            case THROTTLED -> error("Throttling.User", true, true);
            case DOWN -> error("ServiceUnavailable", true, false);
            case UNKNOWN_KEY -> error("InvalidAccessKeyId.NotFound", false, true);
            case BAD_SIGNATURE -> error("SignatureDoesNotMatch", false, true);
            case CLOCK -> error("InvalidTimeStamp.Expired", false, true);
            case NONCE -> error("SignatureNonceUsed", true, false);
            case TOKEN -> error("InvalidSecurityToken.Expired", false, true);
            case NO_PERMISSION -> error("Forbidden.RAM", false, true);
            case MISSING -> error("MissingName", false, true);
            case NO_SUCH_API -> error("InvalidApi.NotFound", false, true);
            case CLEAR_TEXT -> error("InvalidProtocol.NeedSsl", false, true);
            case OTHER -> error("SomethingElse", false, false);
        };
    }

    /** With a text that contains a secret. */
    public static InjectedFault error(String code, boolean passes, boolean turnedAway) {
        String text = "no. server string to sign is:" + KEY.securityToken();
        return new InjectedFault(Fault.error(400, code, text), passes, turnedAway, false, false);
    }

    /** It refuses in its own words, or passes on the reply of the service. */
    private static Stream<InjectedFault> store() {
        return Stream.concat(
                Stream.of(
                                Fault.error(403, "AccessDenied", "no"),
                                Fault.raw(203, "application/xml", "<Error><Code>CallbackFailed</Code></Error>"),
                                Fault.raw(200, "application/json", "{\"code\":400}"),
                                Fault.raw(200, "application/json", "{\"code\":500}"))
                        .map(InjectedFault::lasting),
                Stream.of(Fault.error(500, "InternalError", "no"), Fault.error(503, "SlowDown", "no"))
                        .map(fault -> new InjectedFault(fault, true, false, false, false)));
    }

    private static Stream<InjectedFault> network() {
        Stream<InjectedFault> answers = Stream.of(200, 502, 503, 504)
                .map(status ->
                        new InjectedFault(Fault.raw(status, "text/html", PAGE), status >= 500, false, false, false));
        InjectedFault empty = lasting(Fault.raw(200, null, ""));
        Stream<InjectedFault> breaks = Stream.of(Fault.truncated(), Fault.cut())
                .map(fault -> new InjectedFault(fault, true, false, false, false));
        InjectedFault silence = new InjectedFault(Fault.slow(Duration.ofHours(1)), true, false, false, true);
        return Stream.of(answers, Stream.of(empty), breaks, Stream.of(silence)).flatMap(each -> each);
    }

    @Override
    public String toString() {
        return fault.toString();
    }
}
