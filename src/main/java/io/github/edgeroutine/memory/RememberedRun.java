// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import io.github.edgeroutine.routine.rollback.Invocation;
import io.github.edgeroutine.routine.rollback.RunKind;
import io.github.edgeroutine.routine.rollback.RunMemory;
import io.github.edgeroutine.routine.rollback.WayBack;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Saves what one goal of an invocation does. If the memory cannot be written, there is one warning. */
public final class RememberedRun implements RollbackMemory {

    private final Memories memories;
    private final Invocation by;
    private final RunKind kind;
    private final Progress progress;
    private final Set<RoutineName> given = new HashSet<>();

    public RememberedRun(Memories memories, Invocation by, RunKind kind, Progress progress) {
        this.memories = memories;
        this.by = by;
        this.kind = kind;
        this.progress = progress;
    }

    @Override
    public void beforeWrite(Plan plan, Stage stage) {
        change(plan.routine(), memory -> memory.beginning(by, kind, plan, stage));
    }

    @Override
    public void afterWrite(Outcome outcome) {
        change(outcome.request().routine(), memory -> memory.ended(by, kind, outcome));
    }

    /** There was nothing to write. Another invocation that was stopped may have written it. */
    public void upToDate(Outcome outcome) {
        change(outcome.request().routine(), memory -> memory.upToDate(by, kind, outcome));
    }

    /** A rollback begins. Its changes are saved before its first write, so that a later build can finish it. */
    public void begin(WayBack back) {
        change(back.routine(), memory -> memory.beginning(by, back));
    }

    /** The invocation ended without a failure. */
    public void complete(RoutineName routine) {
        change(routine, memory -> memory.completed(by.id()));
    }

    private void change(RoutineName routine, UnaryOperator<RunMemory> change) {
        if (given.contains(routine)) {
            return;
        }
        try {
            memories.update(
                    routine,
                    change,
                    () -> progress.warn("The record of the last publish of routine " + routine
                            + " could not be read and is replaced."));
        } catch (IOException e) {
            given.add(routine);
            progress.warn("What routine " + routine
                    + " ran before could not be saved, so a rollback cannot restore it: " + words(e));
        }
    }

    /** The message of these exceptions is only the path. */
    private static String words(IOException e) {
        return e instanceof FileSystemException ? e.getClass().getSimpleName() + ": " + e.getMessage() : e.getMessage();
    }
}
