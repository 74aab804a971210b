// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.CodeRevision;
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
            int schemaVersion, String routine, List<Place> environments, List<Kept> revisions, int revisionsLeft) {}

    private record Place(String name, String revision, String specName, List<String> allowedHosts) {}

    private record Kept(String revision, String created, String description, List<String> runsIn) {}

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
        places().forEach(place -> environments.add(List.of(
                place.name(),
                place.revision() == null ? state.unknown().contains(place.name()) ? "?" : "-" : place.revision(),
                place.specName() == null ? "-" : place.specName(),
                place.allowedHosts() == null ? "-" : Table.few(place.allowedHosts()))));
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
        return Json.GSON.toJson(new Status(1, routine.text(), places(), kept(), left()));
    }

    private List<Place> places() {
        return state.live().keySet().stream().map(this::place).toList();
    }

    private Place place(Environment environment) {
        return new Place(
                environment.name(),
                state.liveIn(environment).map(CodeRevision::digits).orElse(null),
                state.settingOf(environment).specName().orElse(null),
                state.settingOf(environment).allowedHosts().orElse(null));
    }

    private List<Kept> kept() {
        return state.revisions().stream().map(this::kept).toList();
    }

    private Kept kept(Revision revision) {
        return new Kept(
                revision.number().digits(),
                revision.created(),
                revision.description(),
                state.running(revision.number()).stream().map(Environment::name).toList());
    }

    private int left() {
        return Math.max(0, state.room());
    }
}
