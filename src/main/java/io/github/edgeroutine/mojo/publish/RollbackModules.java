// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.reactor.RoutineParameter;
import io.github.edgeroutine.mojo.reactor.RunOfBuild;
import io.github.edgeroutine.routine.rollback.RollbackScope;
import io.github.edgeroutine.routine.rollback.RunMemories;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** The modules of a rollback. In a rehearsal each module has its own account, which other modules cannot roll back. */
public record RollbackModules(GoalContext goal, RoutineParameter routine, ConnectionParameters connection) {

    /** The build from the view of this module. */
    public RollbackScope scope() {
        RunOfBuild run = new RunOfBuild(goal);
        return new RollbackScope(
                run.id(),
                goal.id(),
                ids(modules()),
                ids(modules().filter(each -> each.equals(goal.project()) || !isReached(each))),
                run.takenBack(connection.account(goal)));
    }

    /** Whether the goal runs in the module: its POM names a routine, or its rehearsals have used one. */
    public boolean isReached(MavenProject module) {
        return routine.isIn(module) || isRehearsed(module);
    }

    /** The memories of the rehearsals of other modules. */
    public List<RunMemories> elsewhere() {
        return modules()
                .filter(other ->
                        connection.isRehearsal() && !goal.directory(other).equals(goal.directory()))
                .<RunMemories>map(other -> Connector.rehearsed(connection.edge(), goal.directory(other)))
                .toList();
    }

    private boolean isRehearsed(MavenProject module) {
        try {
            return connection.isRehearsal()
                    && Connector.rehearsed(connection.edge(), goal.directory(module)).all().stream()
                            .map(RunMemory::routine)
                            .anyMatch(remembered -> routine.asked().isEmpty()
                                    || routine.asked().get().equals(remembered.text()));
        } catch (IOException | IllegalArgumentException e) {
            // The goal reports errors of a memory or of a switch when it runs in the module.
            return true;
        }
    }

    private Stream<MavenProject> modules() {
        return goal.session().getProjects().stream();
    }

    private Set<String> ids(Stream<MavenProject> modules) {
        return modules.map(goal::id).collect(toUnmodifiableSet());
    }
}
