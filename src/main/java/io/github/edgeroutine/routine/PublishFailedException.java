package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;

/** A publish that did not happen, or of which nobody can say whether it did; the message is the one line for the user. */
public final class PublishFailedException extends Exception {

    private static final long serialVersionUID = 1;

    PublishFailedException(Publication publication, CallFailedException call) {
        super("Could not publish " + publication + ": " + call.getMessage() + ". " + truth(call.effect()) + " "
                + call.remedy());
    }

    private static String truth(Effect effect) {
        return switch (effect) {
            case NONE -> "Nothing was changed.";
            case UNKNOWN ->
                "What is live now is not known: look at the routine's environments in the DCDN console. Publishing the"
                        + " same revision again does no harm.";
        };
    }
}
