// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.RoutineState;
import java.util.Optional;

/**
 * What was found after a commit.
 *
 * @param revision the new revision with the code; empty if it was not found
 * @param others a sentence about other new revisions, without a full stop; empty without such revisions
 * @param unread why a new revision could not be read; empty if all were read
 * @param state the routine after the commit; empty if it was not read
 */
record Finding(
        Optional<CodeRevision> revision,
        String others,
        Optional<CallFailedException> unread,
        Optional<RoutineState> state) {}
