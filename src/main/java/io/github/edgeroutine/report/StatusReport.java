// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is live, for people and for programs. */
public final class StatusReport {

    private record Status(
            int schemaVersion,
            String routine,
            List<EnvironmentStatus> environments,
            List<RevisionStatus> revisions,
            int revisionsLeft) {}

    private record EnvironmentStatus(String name, LiveJson runs, String specName, List<String> allowedHosts) {}

    private record RevisionStatus(String revision, String created, String description, List<String> runsIn) {}

    private final RoutineName routine;
    private final RoutineState state;

    public StatusReport(RoutineName routine, RoutineState state) {
        this.routine = routine;
        this.state = state;
    }

    /** Lines for the build log. */
    public List<String> table() {
        List<List<String>> environments = new ArrayList<>();
        environments.add(List.of("environment", "revision", "spec", "allowed hosts"));
        state.live()
                .forEach((environment, live) -> environments.add(List.of(
                        environment.name(),
                        Table.cell(live),
                        state.settingOf(environment).specName().orElse("-"),
                        state.settingOf(environment)
                                .allowedHosts()
                                .map(Table::few)
                                .orElse("-"))));
        List<List<String>> revisions = new ArrayList<>();
        revisions.add(List.of("revision", "created", "runs in", "description"));
        kept().forEach(kept -> revisions.add(List.of(
                kept.revision(),
                kept.created(),
                kept.runsIn().isEmpty() ? "unused" : Table.few(kept.runsIn()),
                kept.description())));
        return Stream.of(
                        Stream.of("Routine " + routine + ":"),
                        Table.aligned(environments),
                        Stream.of(state.revisions().size() + " of " + RoutineState.LIMIT + " revisions, " + left()
                                + " left:"),
                        Table.aligned(revisions))
                .flatMap(lines -> lines)
                .toList();
    }

    /** One JSON object; members of which nothing is known are {@code null}. */
    public String json() {
        return PrettyJson.GSON.toJson(new Status(2, routine.text(), environments(), kept(), left()));
    }

    private List<EnvironmentStatus> environments() {
        return state.live().keySet().stream().map(this::environment).toList();
    }

    private EnvironmentStatus environment(Environment environment) {
        return new EnvironmentStatus(
                environment.name(),
                LiveJson.of(state.liveIn(environment)),
                state.settingOf(environment).specName().orElse(null),
                state.settingOf(environment).allowedHosts().orElse(null));
    }

    private List<RevisionStatus> kept() {
        return state.revisions().stream().map(this::kept).toList();
    }

    private RevisionStatus kept(Revision revision) {
        return new RevisionStatus(
                revision.number().digits(),
                revision.created(),
                revision.description(),
                state.running(revision.number()).stream().map(Environment::name).toList());
    }

    private int left() {
        return Math.max(0, state.room());
    }
}
