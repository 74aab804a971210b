// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFailedExceptionTest {

    @Test
    void aFailureOfOneCallKeepsItsMessageAndConcernsNoOtherCall() {
        CallFailedException refused =
                new CallFailedException("no such account", Reason.REFUSED, Effect.NONE, "Check the key.", "4711");

        CallFailedException once = refused.ofThisCall();

        assertEquals(Scope.ALL_CALLS, refused.scope());
        assertEquals(Scope.THIS_CALL, once.scope());
        assertEquals("no such account", once.getMessage());
        assertEquals("Check the key.", once.remedy());
        assertEquals(Optional.of("4711"), once.requestId());
    }
}
