// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/** A call to the service that did not end well, in words fit to print: one line, no secret, nothing chained. */
public final class CallFailedException extends Exception {

    /** What a failed write may have changed; the later of two means more. */
    public enum Effect {
        /** The call never left this machine. */
        NOT_SENT,
        /** The call was turned away before the operation, as far as its failure tells. */
        NONE,
        /** The call may have run, wholly or in part. */
        UNKNOWN
    }

    /** Which calls the failure would befall. */
    public enum Scope {
        THIS_CALL,
        ALL_CALLS
    }

    /** Why the call failed. */
    public enum Reason {
        /** The key may not call this operation; it may be allowed others. */
        DENIED(Scope.THIS_CALL),
        /** The service's one code for everything that is wrong with a routine, or with itself. */
        GENERAL(Scope.THIS_CALL),
        /** The service says that the account has no such routine. */
        MISSING(Scope.THIS_CALL),
        /** The service has no such operation, at least not in this version of its API. */
        NOT_OFFERED(Scope.ALL_CALLS),
        /** The routine has as many revisions as the service keeps. */
        LIMIT(Scope.THIS_CALL),
        /** Something answered that this plugin cannot read. */
        UNREADABLE(Scope.THIS_CALL),
        /** No whole answer came, or only that the service is down: it may have done what was asked. */
        UNANSWERED(Scope.ALL_CALLS),
        /** The call was refused, or could not be made, for any other reason. */
        REFUSED(Scope.ALL_CALLS);

        private final Scope usualScope;

        Reason(Scope usualScope) {
            this.usualScope = usualScope;
        }

        /** Whether somebody answered that it does not do what was asked. */
        public boolean isRefusal() {
            return this != UNREADABLE && this != UNANSWERED;
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final Effect effect;
    private final Scope scope;
    private final boolean mayPass;
    private final String remedy;
    private final String requestId;
    private final transient RoutineState seen;

    /**
     * A failure that a second try does not mend, of the scope that its reason usually has.
     *
     * @param message what happened, with the service's code, text and request id as far as there are any; no full stop
     * @param remedy what the user does now, one or two sentences
     * @param requestId {@code null} if there was none
     */
    public CallFailedException(String message, Reason reason, Effect effect, String remedy, String requestId) {
        this(message, reason, effect, reason.usualScope, false, remedy, requestId, null);
    }

    /** Of a call that was not answered with a request id. */
    public CallFailedException(String message, Reason reason, Effect effect, String remedy) {
        this(message, reason, effect, remedy, null);
    }

    private CallFailedException(
            String message,
            Reason reason,
            Effect effect,
            Scope scope,
            boolean mayPass,
            String remedy,
            String requestId,
            RoutineState seen) {
        super(message);
        this.reason = reason;
        this.effect = effect;
        this.scope = scope;
        this.mayPass = mayPass;
        this.remedy = remedy;
        this.requestId = requestId;
        this.seen = seen;
    }

    /** Of a call during which this plugin itself failed. The text of what was thrown may hold a secret. */
    public static CallFailedException brokenOff(Throwable thrown) {
        return new CallFailedException(
                "the call failed with " + thrown.getClass().getSimpleName(),
                Reason.UNANSWERED,
                Effect.UNKNOWN,
                "This is a fault of this plugin: report it to its authors.");
    }

    /** The same failure, if a second try may mend it. */
    public CallFailedException passing() {
        return new CallFailedException(getMessage(), reason, effect, scope, true, remedy, requestId, seen);
    }

    /** The same failure, if other calls may go well all the same. */
    public CallFailedException ofThisCall() {
        return new CallFailedException(getMessage(), reason, effect, Scope.THIS_CALL, mayPass, remedy, requestId, seen);
    }

    public CallFailedException withEffect(Effect other) {
        return new CallFailedException(getMessage(), reason, other, scope, mayPass, remedy, requestId, seen);
    }

    /** The same failure, after a look at the routine. */
    public CallFailedException seeing(RoutineState state) {
        return new CallFailedException(getMessage(), reason, effect, scope, mayPass, remedy, requestId, state);
    }

    /** The same failure, with more to its message. */
    public CallFailedException because(String more) {
        return new CallFailedException(getMessage() + more, reason, effect, scope, mayPass, remedy, requestId, seen);
    }

    public Reason reason() {
        return reason;
    }

    public Effect effect() {
        return effect;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether a second try may mend it. */
    public boolean mayPass() {
        return mayPass;
    }

    public String remedy() {
        return remedy;
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** What a look showed after the call had failed; empty if nobody looked, or nobody could. */
    public Optional<RoutineState> seen() {
        return Optional.ofNullable(seen);
    }
}
