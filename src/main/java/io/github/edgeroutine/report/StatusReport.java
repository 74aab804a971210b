// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is live, for people and for programs. */
public final class StatusReport {

    private record Status(
            int schemaVersion,
            String routine,
            List<EnvironmentStatus> environments,
            List<RevisionStatus> revisions,
            Integer revisionLimit,
            Integer revisionsLeft) {}

    private record EnvironmentStatus(
            String name, LiveJson runs, String deployment, String specName, List<String> allowedHosts) {}

    private record RevisionStatus(
            String revision,
            String created,
            String description,
            String status,
            List<String> runsIn,
            String variablesOf,
            String contentHash) {}

    private final RoutineName routine;
    private final RoutineState state;
    private final boolean hasSettings;

    /** @param hasSettings whether the environments of the service have settings; the table has columns for them */
    public StatusReport(RoutineName routine, RoutineState state, boolean hasSettings) {
        this.routine = routine;
        this.state = state;
        this.hasSettings = hasSettings;
    }

    /** Lines for the build log. */
    public List<String> table() {
        List<List<String>> environments = new ArrayList<>();
        environments.add(row("environment", "revision", "deployment", "spec", "allowed hosts"));
        state.live()
                .forEach((environment, live) -> environments.add(row(
                        environment.name(),
                        Table.cell(live),
                        state.deploymentIn(environment).orElse("-"),
                        state.settingOf(environment).specName().orElse("-"),
                        state.settingOf(environment)
                                .allowedHosts()
                                .map(Table::few)
                                .orElse("-"))));
        List<List<String>> revisions = new ArrayList<>();
        revisions.add(revisionRow("revision", "created", "runs in", "variables", "description"));
        state.revisions().forEach(revision -> revisions.add(row(revision, kept(revision))));
        return Stream.of(
                        Stream.of("Routine " + routine + ":"),
                        Table.aligned(environments),
                        Stream.of(quota()),
                        Table.aligned(revisions))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Without deployments if the service has no deployments. */
    private List<String> row(String name, String revision, String deployment, String spec, String hosts) {
        List<String> row = new ArrayList<>(List.of(name, revision));
        if (!state.deployments().isEmpty()) {
            row.add(deployment);
        }
        if (hasSettings) {
            row.addAll(List.of(spec, hosts));
        }
        return row;
    }

    private List<String> row(Revision revision, RevisionStatus kept) {
        return revisionRow(
                kept.revision(),
                kept.created(),
                runsIn(kept.runsIn(), revision.readiness()),
                revision.binding().map(Binding::toString).orElse("-"),
                kept.description());
    }

    private static String runsIn(List<String> places, Readiness readiness) {
        if (places.isEmpty()) {
            return readiness == Readiness.READY ? "unused" : readiness.toString();
        }
        return Table.few(places) + (readiness == Readiness.READY ? "" : " (" + readiness + ")");
    }

    /** Without variables if no revision has variables. */
    private List<String> revisionRow(
            String revision, String created, String runsIn, String variables, String description) {
        return state.revisions().stream().anyMatch(each -> each.binding().isPresent())
                ? List.of(revision, created, runsIn, variables, description)
                : List.of(revision, created, runsIn, description);
    }

    private String quota() {
        String kept = state.revisions().size()
                + (state.limit().isPresent() ? " of " + state.limit().getAsInt() : "")
                + " revisions"
                + (state.hasStagedCode() ? " and staged code" : "");
        return kept
                + (state.limit().isPresent() ? ", " + left() + " left:" : "; how many the service keeps is not known:");
    }

    /** One JSON object; {@code null} means not known. */
    public String json() {
        return PrettyJson.of(new Status(2, routine.text(), environments(), kept(), limit(), left()));
    }

    private List<EnvironmentStatus> environments() {
        return state.live().keySet().stream().map(this::environment).toList();
    }

    private EnvironmentStatus environment(Environment environment) {
        return new EnvironmentStatus(
                environment.name(),
                LiveJson.of(state.liveIn(environment)),
                state.deploymentIn(environment).orElse(null),
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
                revision.readiness().name().toLowerCase(Locale.ROOT),
                state.running(revision.number()).stream().map(Environment::name).toList(),
                revision.variablesOf().map(Environment::name).orElse(null),
                revision.contentHash().orElse(null));
    }

    /** {@code null} if the limit of the service is not known. */
    private Integer limit() {
        return state.limit().isPresent() ? state.limit().getAsInt() : null;
    }

    /** {@code null} if the limit of the service is not known. */
    private Integer left() {
        return state.room().isPresent() ? Math.max(0, state.room().getAsInt()) : null;
    }
}
