// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/**
 * A call to the service that failed. The message can be printed: it is one line without secrets, and there is no cause.
 */
public final class CallFailedException extends Exception {

    /** What a failed write may have changed, the smallest effect first. */
    public enum Effect {
        /** The call never left this machine. */
        NOT_SENT,
        /** The call was rejected before the operation, as far as its failure shows. */
        NONE,
        /** The call may have run completely or in part. */
        UNKNOWN
    }

    /** Which calls would fail in the same way. */
    public enum Scope {
        THIS_CALL,
        ALL_CALLS
    }

    /** Why the call failed. */
    public enum Reason {
        /** The key may not call this operation; it may be allowed others. */
        DENIED(Scope.THIS_CALL),
        /** The general error code of the service, for all problems of a routine or of the service itself. */
        GENERAL(Scope.THIS_CALL),
        /** The service says that the account has no such routine. */
        MISSING(Scope.THIS_CALL),
        /** The service has no such operation, at least not in this version of its API. */
        NOT_OFFERED(Scope.ALL_CALLS),
        /** The routine has as many revisions as the service keeps. */
        LIMIT(Scope.THIS_CALL),
        /** This plugin cannot read the answer. */
        UNREADABLE(Scope.THIS_CALL),
        /** No complete answer came, or the answer was that the service is down. The operation may have run. */
        UNANSWERED(Scope.ALL_CALLS),
        /** The call was refused, or could not be made, for any other reason. */
        REFUSED(Scope.ALL_CALLS);

        private final Scope usualScope;

        Reason(Scope usualScope) {
            this.usualScope = usualScope;
        }

        /** Whether the answer was that the operation was not done. */
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
     * A failure that a retry does not fix. It has the usual scope of its reason.
     *
     * @param message what happened, with the service's code, text and request id if they exist; no full stop
     * @param remedy what the user can do now, in one or two sentences
     * @param requestId {@code null} if it is missing
     */
    public CallFailedException(String message, Reason reason, Effect effect, String remedy, String requestId) {
        this(message, reason, effect, reason.usualScope, false, remedy, requestId, null);
    }

    /** For a call without a request id. */
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

    /** For a call during which this plugin itself failed. The text of the exception may contain a secret. */
    public static CallFailedException brokenOff(Throwable thrown) {
        return new CallFailedException(
                "the call failed with " + thrown.getClass().getSimpleName(),
                Reason.UNANSWERED,
                Effect.UNKNOWN,
                "This is a fault of this plugin: report it to its authors.");
    }

    /** The same failure, but a retry may succeed. */
    public CallFailedException passing() {
        return new CallFailedException(getMessage(), reason, effect, scope, true, remedy, requestId, seen);
    }

    /** The same failure, but other calls may still succeed. */
    public CallFailedException ofThisCall() {
        return new CallFailedException(getMessage(), reason, effect, Scope.THIS_CALL, mayPass, remedy, requestId, seen);
    }

    public CallFailedException withEffect(Effect other) {
        return new CallFailedException(getMessage(), reason, other, scope, mayPass, remedy, requestId, seen);
    }

    /** The same failure, with the state of the routine after it. */
    public CallFailedException seeing(RoutineState state) {
        return new CallFailedException(getMessage(), reason, effect, scope, mayPass, remedy, requestId, state);
    }

    /** The same failure, with a longer message. */
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

    /** Whether a retry may succeed. */
    public boolean mayPass() {
        return mayPass;
    }

    public String remedy() {
        return remedy;
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The state of the routine after the failed call; empty if it was not read, or could not be read. */
    public Optional<RoutineState> seen() {
        return Optional.ofNullable(seen);
    }
}
