// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.call.LoggedCall;
import io.github.edgeroutine.routine.health.ProbePut;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An outcome for programs. {@code src/site/resources/publish.schema.json} describes the JSON. All members are always
 * present; {@code null} means not known. There is no secret in it.
 */
public final class JsonReport {

    private static final int SCHEMA_VERSION = 3;

    private final String pluginVersion;
    private final String endpoint;
    private final boolean simulated;

    /** @param endpoint the address of the service, without path and user */
    public JsonReport(String pluginVersion, String endpoint, boolean simulated) {
        this.pluginVersion = pluginVersion;
        this.endpoint = endpoint;
        this.simulated = simulated;
    }

    /**
     * Writes the file and its page, and creates the directories above them.
     *
     * @param message what the publish is for, in one line; anybody may have written it
     * @param memory what a rollback would restore
     * @param next what the user can run next
     */
    public void write(
            Path file,
            Outcome outcome,
            Optional<String> message,
            RunMemory memory,
            List<NextStep> next,
            List<LoggedCall> calls,
            Instant started,
            Instant ended)
            throws IOException {
        Report report = report(outcome, message, rollback(memory), next, calls, started, ended);
        WholeFile.write(file, PrettyJson.of(report) + "\n");
        HtmlReport.write(report, HtmlReport.beside(file));
    }

    private static Map<String, LiveJson> rollback(RunMemory memory) {
        Map<String, LiveJson> rollback = new LinkedHashMap<>();
        memory.newest()
                .ifPresent(run -> run.revert(memory.routine())
                        .targets()
                        .forEach((environment, traffic) -> rollback.put(environment.name(), LiveJson.of(traffic))));
        return rollback;
    }

    private Report report(
            Outcome outcome,
            Optional<String> message,
            Map<String, LiveJson> rollback,
            List<NextStep> next,
            List<LoggedCall> calls,
            Instant started,
            Instant ended) {
        List<LoggedCall> publishes = calls.stream().filter(LoggedCall::isWrite).toList();
        return new Report(
                SCHEMA_VERSION,
                pluginVersion,
                endpoint,
                simulated,
                outcome.request().dryRun(),
                outcome.request().routine().text(),
                outcome.request().toString(),
                message.orElse(null),
                outcome.revision().flatMap(JsonReport::revision).orElse(null),
                result(outcome),
                outcome.failure().orElse(null),
                outcome.environments().stream().map(JsonReport::environment).toList(),
                outcome.probes().stream().map(JsonReport::probe).toList(),
                rollback,
                next,
                calls.stream().map(JsonReport::call).toList(),
                publishes.size(),
                publishes.stream().flatMap(call -> call.requestIds().stream()).toList(),
                time(started),
                time(ended),
                Duration.between(started, ended).toMillis());
    }

    /** The revision, or the word for a revision that an upload would make; empty if there are several. */
    private static Optional<String> revision(Live wanted) {
        return wanted.traffic().isPresent() ? wanted.alone().map(CodeRevision::digits) : Optional.of(wanted.toString());
    }

    private static String result(Outcome outcome) {
        if (outcome.failure().isPresent()) {
            return "failed";
        }
        if (outcome.request().dryRun()) {
            return "planned";
        }
        return outcome.isUpToDate() ? "up-to-date" : "published";
    }

    private static Report.EnvironmentEntry environment(EnvironmentOutcome environment) {
        return new Report.EnvironmentEntry(
                environment.environment().name(),
                LiveJson.of(environment.before()),
                environment.wanted().map(LiveJson::of).orElse(null),
                LiveJson.of(environment.after()),
                environment.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                environment.deployment().orElse(null));
    }

    private static Report.ProbeEntry probe(ProbeResult result) {
        Optional<ProbePut> last = result.last();
        return new Report.ProbeEntry(
                result.probe().address(),
                result.flaw().isEmpty(),
                result.flaw().orElse(null),
                last.filter(put -> put.status().isPresent())
                        .map(put -> put.status().getAsInt())
                        .orElse(null),
                last.map(put -> time(put.at())).orElse(null),
                last.map(put -> put.took().toMillis()).orElse(null));
    }

    private static Report.CallEntry call(LoggedCall call) {
        return new Report.CallEntry(
                call.operation(),
                time(call.started()),
                call.took().toMillis(),
                call.requestIds(),
                call.failure().orElse(null));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
