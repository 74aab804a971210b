// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;

/** An execution of a later phase that only reads its parameters. The goal adds what it found. */
public final class ExecutionPreview extends MojoExecution {

    private String routine = "";
    private boolean skipped;
    private final List<Object> found = new ArrayList<>();

    /** @param planned the execution with its configuration */
    ExecutionPreview(MojoExecution planned) {
        super(planned.getMojoDescriptor(), planned.getExecutionId(), Source.LIFECYCLE);
        setConfiguration(planned.getConfiguration());
    }

    /** @param name of the routine, as the user wrote it; may be {@code null} */
    public void isFor(String name) {
        routine = name == null ? "" : name.strip();
    }

    public void isSkipped() {
        skipped = true;
    }

    /** @param what the parameters mean, if they are valid */
    public void found(Object... what) {
        found.addAll(List.of(what));
    }

    public boolean willRun() {
        return !skipped;
    }

    public String routine() {
        return routine;
    }

    public <T> Optional<T> found(Class<T> type) {
        return found.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** As in a command. */
    @Override
    public String toString() {
        return getGoal() + "@" + getExecutionId();
    }
}
