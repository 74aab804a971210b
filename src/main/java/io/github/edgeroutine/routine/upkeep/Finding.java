// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.RoutineState;
import java.util.Optional;

/**
 * What a look found.
 *
 * @param revision the new revision that holds the code; empty if there is none
 * @param others on what other revisions were found, without a full stop; empty if there is nothing to say
 * @param unread why a new revision could not be read; empty if all could
 * @param state the routine after the commit; empty if no look was necessary
 */
record Finding(
        Optional<CodeRevision> revision,
        String others,
        Optional<CallFailedException> unread,
        Optional<RoutineState> state) {}
