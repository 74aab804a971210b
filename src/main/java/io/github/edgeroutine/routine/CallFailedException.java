// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/** A call to the service that did not end well, in words fit to print: one line, no secret, nothing chained. */
public final class CallFailedException extends Exception {

    /** What a failed write may have changed. */
    public enum Effect {
        /** The call did not run, as far as its failure tells: it was not sent, or it was turned away before the operation. */
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
        /** The routine has as many revisions as the service keeps. */
        LIMIT,
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
    private final boolean unsent;
    private final transient RoutineState seen;

    /**
     * @param reason what happened, with the service's code, text and request id as far as there are any; no full stop
     * @param remedy what the user does now, one or two sentences
     * @param requestId {@code null} if there was none
     */
    public CallFailedException(String reason, Kind kind, Effect effect, String remedy, String requestId) {
        this(reason, kind, effect, remedy, requestId, false, false, null);
    }

    private CallFailedException(
            String reason,
            Kind kind,
            Effect effect,
            String remedy,
            String requestId,
            boolean mayPass,
            boolean unsent,
            RoutineState seen) {
        super(reason);
        this.kind = kind;
        this.effect = effect;
        this.remedy = remedy;
        this.requestId = requestId;
        this.mayPass = mayPass;
        this.unsent = unsent;
        this.seen = seen;
    }

    /** Of a call that was not answered with a request id. */
    public CallFailedException(String reason, Kind kind, Effect effect, String remedy) {
        this(reason, kind, effect, remedy, null);
    }

    /** Of a call during which this plugin itself failed. The text of what was thrown may hold a secret. */
    public static CallFailedException brokenOff(Throwable thrown) {
        return new CallFailedException(
                "the call broke off with " + thrown.getClass().getSimpleName(),
                Kind.NO_VERDICT,
                Effect.UNKNOWN,
                "This is a fault of this plugin: report it to its authors.");
    }

    /** The same failure, if a second try may mend it. */
    public CallFailedException passing() {
        return with(getMessage(), effect, true, unsent, seen);
    }

    /** The same failure, if the call must not be repeated. */
    public CallFailedException lasting() {
        return with(getMessage(), effect, false, unsent, seen);
    }

    /** The same failure of a call that surely changed nothing. */
    public CallFailedException harmless() {
        return withEffect(Effect.NONE);
    }

    /** The same failure of a call that never left this machine. */
    public CallFailedException unsent() {
        return with(getMessage(), Effect.NONE, mayPass, true, seen);
    }

    public CallFailedException withEffect(Effect other) {
        return with(getMessage(), other, mayPass, unsent, seen);
    }

    /** The same failure of a call that was repeated: what an earlier attempt may have changed, a refusal does not take back. */
    public CallFailedException following(CallFailedException earlier) {
        Effect either = earlier.effect == Effect.UNKNOWN ? Effect.UNKNOWN : effect;
        return with(getMessage(), either, mayPass, unsent && earlier.unsent, seen);
    }

    /** The same failure, after a look at the routine. */
    public CallFailedException seeing(RoutineState state) {
        return with(getMessage(), effect, mayPass, unsent, state);
    }

    /** The same failure, with more to its reason. */
    public CallFailedException because(String more) {
        return with(getMessage() + more, effect, mayPass, unsent, seen);
    }

    private CallFailedException with(
            String reason, Effect newEffect, boolean passing, boolean neverSent, RoutineState state) {
        return new CallFailedException(reason, kind, newEffect, remedy, requestId, passing, neverSent, state);
    }

    /** Whether no attempt was sent, so that nobody has to look what it changed. */
    public boolean isUnsent() {
        return unsent;
    }

    /** What a look showed after the call had failed; empty if nobody looked, or nobody could. */
    public Optional<RoutineState> seen() {
        return Optional.ofNullable(seen);
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
