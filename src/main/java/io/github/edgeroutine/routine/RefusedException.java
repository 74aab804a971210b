package io.github.edgeroutine.routine;

/** A wish that cannot be carried out, found before anything was written; the message is a sentence for the user. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
