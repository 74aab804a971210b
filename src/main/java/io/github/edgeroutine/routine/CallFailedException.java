package io.github.edgeroutine.routine;

/** A call to the service that did not end well, in words fit to print: one line, no secret, nothing chained. */
public final class CallFailedException extends Exception {

    /** What a failed write may have changed. */
    public enum Effect {
        /** The call surely did not run: it was not sent, or it was turned away before the operation. */
        NONE,
        /** The call may have run, wholly or in part. */
        UNKNOWN
    }

    private static final long serialVersionUID = 1;

    private final Effect effect;
    private final String remedy;

    /**
     * @param reason what happened, with the service's code, text and request id as far as there are any; no full stop
     * @param remedy what the user does now, one or two sentences
     */
    public CallFailedException(String reason, Effect effect, String remedy) {
        super(reason);
        this.effect = effect;
        this.remedy = remedy;
    }

    public Effect effect() {
        return effect;
    }

    public String remedy() {
        return remedy;
    }
}
