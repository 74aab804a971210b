// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.RoutineName;
import java.io.IOException;
import java.util.List;

/** Where what ran before is read. */
public interface RunMemories {

    /** @throws IOException if it cannot be read, or is damaged; the message says what to do */
    RunMemory of(RoutineName routine) throws IOException;

    /**
     * Of all routines that anything is remembered of.
     *
     * @throws IOException as {@link #of}
     */
    List<RunMemory> all() throws IOException;
}
