package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final Publication WISH = new Publication(
            new RoutineName("hello"),
            new CodeRevision("1620876959997924701"),
            List.of(new Environment("production"), new Environment("presetCanaryZhejiang")));

    @Test
    void anAnswerThatNamesNoRevisionIsAccepted() throws PublishFailedException {
        Published published = publish(new Receipt("4711", Optional.empty()));

        assertEquals(new Published(WISH, "4711"), published);
    }

    @Test
    void anAnswerThatNamesAnotherRevisionIsNot() {
        assertEquals(
                "Could not publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang:"
                        + " the service confirmed another revision, 1620876959997924600 (request id 4711). What is live"
                        + " now is not known: look at the routine's environments in the DCDN console. Publishing the"
                        + " same revision again does no harm. Open a ticket with the request id if it happens again.",
                failure(publication -> new Receipt("4711", Optional.of("1620876959997924600"))));
    }

    @Test
    void aCallThatDidNotRunIsToldApartFromOneThatMayHave() {
        assertEquals(
                "Could not publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang:"
                        + " out of luck. Nothing was changed. Try again.",
                failure(publication -> {
                    throw new CallFailedException("out of luck", Effect.NONE, "Try again.");
                }));
    }

    private static Published publish(Receipt receipt) throws PublishFailedException {
        return new Publisher(publication -> receipt).publish(WISH);
    }

    private static String failure(EdgeRoutines routines) {
        PublishFailedException failure =
                assertThrows(PublishFailedException.class, () -> new Publisher(routines).publish(WISH));
        assertNull(failure.getCause(), "Maven would print the message of a cause too");
        return failure.getMessage();
    }
}
