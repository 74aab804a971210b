// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A publish as {@code src/site/resources/publish.schema.json} describes it. {@code null} means not known, where the
 * schema allows it.
 */
record Report(
        int schemaVersion,
        String plugin,
        String endpoint,
        boolean simulated,
        boolean dryRun,
        String routine,
        String asked,
        String message,
        String revision,
        String result,
        String failure,
        List<EnvironmentEntry> environments,
        List<ProbeEntry> probes,
        Map<String, LiveJson> rollback,
        List<NextStep> next,
        List<CallEntry> calls,
        long attempts,
        List<String> requestIds,
        String started,
        String ended,
        long durationMillis) {

    record EnvironmentEntry(
            String name, LiveJson before, LiveJson wanted, LiveJson after, String outcome, String deployment) {

        private boolean isWhole() {
            return areKnown(name, before, after, outcome)
                    && before.live() != null
                    && after.live() != null
                    && (wanted == null ? verdict() != Verdict.PLANNED : wanted.live() != null);
        }

        /** @throws IllegalArgumentException if the outcome is not valid */
        Verdict verdict() {
            return Verdict.valueOf(outcome.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** @param status {@code null} if there was no answer; the members after it are {@code null} if the probe was not sent */
    record ProbeEntry(String url, boolean held, String flaw, Integer status, String asked, Long durationMillis) {}

    record CallEntry(String operation, String started, long durationMillis, List<String> requestIds, String failure) {}

    /** @throws IOException if it cannot be read, or is not a valid report; the message says what to do */
    static Report read(Path file) throws IOException {
        try {
            Report report = PrettyJson.GSON.fromJson(Files.readString(file, UTF_8), Report.class);
            if (report != null && report.isWhole()) {
                return report;
            }
        } catch (JsonParseException | IllegalArgumentException | CharacterCodingException e) {
            // The exception below is for every file that is not a report.
        }
        throw new IOException(file + " is not a report of this plugin: delete it, or set another {reportFile}");
    }

    private boolean isWhole() {
        return areKnown(
                        plugin,
                        endpoint,
                        routine,
                        asked,
                        result,
                        environments,
                        probes,
                        rollback,
                        next,
                        calls,
                        started,
                        ended)
                && result.equals("failed") == (failure != null)
                && rollback.values().stream().allMatch(earlier -> earlier != null && earlier.live() != null)
                && probes.stream()
                        .allMatch(probe ->
                                probe != null && areKnown(probe.url()) && probe.held() == (probe.flaw() == null))
                && environments.stream().allMatch(environment -> environment != null && environment.isWhole())
                && next.stream().allMatch(step -> step != null && areKnown(step.purpose(), step.command()))
                && calls.stream()
                        .allMatch(
                                call -> call != null && areKnown(call.operation(), call.started(), call.requestIds()));
    }

    private static boolean areKnown(Object... members) {
        return Stream.of(members).allMatch(Objects::nonNull);
    }
}
