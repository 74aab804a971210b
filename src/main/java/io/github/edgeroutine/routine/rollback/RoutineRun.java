// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import java.util.Collection;

/** A routine's part of a run. */
public record RoutineRun(RunMemory memory, Run run) {

    boolean isOf(Collection<String> invocations) {
        return run.invocations().stream().anyMatch(invocations::contains);
    }
}
