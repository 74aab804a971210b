// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.health.ProbeResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The result of a publish.
 *
 * @param revision the published revision; empty if the request was refused before it was known, or if there were
 * several
 * @param environments the result for each; empty if the request was refused
 * @param failure the complete message in one line; empty on success
 * @param probes the results of the probes that were sent
 */
public record Outcome(
        PublishRequest request,
        Optional<Live> revision,
        List<EnvironmentOutcome> environments,
        Optional<String> failure,
        List<ProbeResult> probes) {

    public Outcome {
        environments = List.copyOf(environments);
        probes = List.copyOf(probes);
    }

    /** For a publish without probes, or before they are sent. */
    Outcome(
            PublishRequest request,
            Optional<Live> revision,
            List<EnvironmentOutcome> environments,
            Optional<String> failure) {
        this(request, revision, environments, failure, List.of());
    }

    /** The result for an environment. */
    public enum Verdict {
        /** The revision was published, and the routine shows it. */
        PUBLISHED("published"),
        /** The service confirmed the publish, and the routine was not read. */
        ACCEPTED("accepted, not read back"),
        UP_TO_DATE("up to date"),
        LEFT_BEHIND("left behind"),
        /** Would be published without the dry run. */
        PLANNED("to be published"),
        /** The routine shows the revision with another share than the final one. */
        IN_PART("published in part"),
        /** Runs again what ran before: the publish wrote to it, failed and put that back. */
        RESTORED("restored"),
        /** The routine does not show the revision. */
        NOT_PUBLISHED("not published"),
        /** It is not known what runs there. */
        UNKNOWN("not known");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param before what ran there
     * @param wanted what should run there; empty if nothing was requested for it
     * @param after what runs there, as far as it was read or confirmed
     * @param deployment the id of its deployment; empty if the service does not show it
     */
    public record EnvironmentOutcome(
            Environment environment,
            Live before,
            Optional<Live> wanted,
            Live after,
            Verdict verdict,
            Optional<String> deployment) {

        /** Whether this environment has changed, as far as this is known. */
        public boolean isChanged() {
            return !after.equals(before);
        }

        private EnvironmentOutcome restored() {
            boolean isBack = verdict == Verdict.NOT_PUBLISHED && !isChanged();
            return isBack
                    ? new EnvironmentOutcome(environment, before, wanted, after, Verdict.RESTORED, deployment)
                    : this;
        }
    }

    /** The same, after the publish put back what ran before in these environments. */
    Outcome restored(Set<Environment> places) {
        return new Outcome(
                request,
                revision,
                environments.stream()
                        .map(each -> places.contains(each.environment()) ? each.restored() : each)
                        .toList(),
                failure,
                probes);
    }

    /** Whether there was nothing to write. */
    public boolean isUpToDate() {
        return failure.isEmpty()
                && environments.stream()
                        .allMatch(
                                each -> each.verdict() == Verdict.UP_TO_DATE || each.verdict() == Verdict.LEFT_BEHIND);
    }

    /** The environments where there was nothing to write, with what they run. */
    public Map<Environment, Live> upToDate() {
        Map<Environment, Live> upToDate = new LinkedHashMap<>();
        environments.stream()
                .filter(each -> each.verdict() == Verdict.UP_TO_DATE)
                .forEach(each -> upToDate.put(each.environment(), each.after()));
        return upToDate;
    }

    /** Combines several publishes of one routine. The outcome is a failure if one of them failed. */
    public static Outcome together(List<Outcome> outcomes) {
        List<String> failures =
                outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList();
        return new Outcome(
                outcomes.get(0).request(),
                outcomes.size() == 1 ? outcomes.get(0).revision() : Optional.empty(),
                outcomes.stream()
                        .flatMap(outcome -> outcome.environments().stream())
                        .toList(),
                failures.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", failures) + done(outcomes)),
                outcomes.stream().flatMap(outcome -> outcome.probes().stream()).toList());
    }

    private static String done(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.failure().isEmpty() && !outcome.isUpToDate())
                .map(outcome -> " This was published: " + outcome.request() + ".")
                .collect(joining());
    }

    /** The same, with rewritten sentences. */
    public Outcome worded(UnaryOperator<String> words) {
        return new Outcome(
                request,
                revision,
                environments,
                failure.map(words),
                probes.stream().map(result -> result.worded(words)).toList());
    }

    /** The same, after these probes. */
    Outcome probed(List<ProbeResult> results) {
        return new Outcome(request, revision, environments, failure, results);
    }

    /** The same, as a failure. */
    public Outcome failed(String story) {
        return new Outcome(request, revision, environments, Optional.of(story), probes);
    }

    static Outcome refused(PublishRequest request, String failure) {
        return new Outcome(request, Optional.empty(), List.of(), Optional.of(failure));
    }
}
