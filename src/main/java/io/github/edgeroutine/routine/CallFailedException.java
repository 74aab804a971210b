// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/** A call to the service that did not end well, in words fit to print: one line, no secret, nothing chained. */
public final class CallFailedException extends Exception {

    /** What a failed write may have changed. */
    public enum Effect {
        /** The call surely did not run: it was not sent, or it was turned away before the operation. */
        NONE,
        /** The call may have run, wholly or in part. */
        UNKNOWN
    }

    /** What the failure says about other calls. */
    public enum Kind {
        /** The key may not call this operation; it may be allowed others. */
        DENIED,
        /** The service's one code for everything that is wrong with a routine, or with itself. */
        GENERAL,
        /** Something answered that this plugin cannot read. */
        UNREADABLE,
        /** No whole answer came, or only that the service is down: it may have done what was asked. */
        NO_VERDICT,
        /** It would befall other calls as well. */
        LASTING
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final Effect effect;
    private final String remedy;
    private final String requestId;
    private final boolean mayPass;

    /**
     * @param reason what happened, with the service's code, text and request id as far as there are any; no full stop
     * @param remedy what the user does now, one or two sentences
     * @param requestId {@code null} if there was none
     */
    public CallFailedException(String reason, Kind kind, Effect effect, String remedy, String requestId) {
        this(reason, kind, effect, remedy, requestId, false);
    }

    private CallFailedException(
            String reason, Kind kind, Effect effect, String remedy, String requestId, boolean mayPass) {
        super(reason);
        this.kind = kind;
        this.effect = effect;
        this.remedy = remedy;
        this.requestId = requestId;
        this.mayPass = mayPass;
    }

    /** Of a call that was not answered with a request id. */
    public CallFailedException(String reason, Kind kind, Effect effect, String remedy) {
        this(reason, kind, effect, remedy, null);
    }

    /** The same failure, if a second try may mend it. */
    public CallFailedException passing() {
        return new CallFailedException(getMessage(), kind, effect, remedy, requestId, true);
    }

    /** The same failure of a call that surely changed nothing. */
    public CallFailedException harmless() {
        return withEffect(Effect.NONE);
    }

    CallFailedException withEffect(Effect other) {
        return new CallFailedException(getMessage(), kind, other, remedy, requestId, mayPass);
    }

    /** The same failure, with more to its reason. */
    CallFailedException because(String more) {
        return new CallFailedException(getMessage() + more, kind, effect, remedy, requestId, mayPass);
    }

    /** Whether a second try may mend it. */
    public boolean mayPass() {
        return mayPass;
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    public Kind kind() {
        return kind;
    }

    public Effect effect() {
        return effect;
    }

    public String remedy() {
        return remedy;
    }
}
