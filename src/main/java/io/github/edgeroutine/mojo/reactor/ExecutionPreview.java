// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;

/** An execution of a later phase, of which only the parameters are read. The goal that is run this way tells it what it found. */
public final class ExecutionPreview extends MojoExecution {

    private String routine = "";
    private boolean skipped;
    private final List<Object> found = new ArrayList<>();

    /** @param planned with its configuration, as Maven would run it */
    ExecutionPreview(MojoExecution planned) {
        super(planned.getMojoDescriptor(), planned.getExecutionId(), Source.LIFECYCLE);
        setConfiguration(planned.getConfiguration());
    }

    /** @param name of the routine, as the user wrote it; {@code null} for none */
    public void isFor(String name) {
        routine = name == null ? "" : name.strip();
    }

    public void isSkipped() {
        skipped = true;
    }

    /** @param what the parameters mean, if they have no fault */
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

    /** As the user writes it on a command line. */
    @Override
    public String toString() {
        return getGoal() + "@" + getExecutionId();
    }
}
