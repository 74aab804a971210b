// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.RoutineName;
import java.io.IOException;
import java.util.List;

/** Reads what ran before. */
public interface RunMemories {

    /** @throws IOException if it cannot be read, or is damaged; the message says what to do */
    RunMemory of(RoutineName routine) throws IOException;

    /**
     * The memories of all routines.
     *
     * @throws IOException as {@link #of}
     */
    List<RunMemory> all() throws IOException;
}
