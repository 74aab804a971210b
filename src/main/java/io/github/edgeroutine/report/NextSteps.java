// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the user can run after a publish: a rollback, the status, or the build again. */
public final class NextSteps {

    /** Makes commands for the module, the routine and the service of the goal that has ended. */
    public interface Commands {

        /** @param options such as {@code codeRevision}, with their values */
        String goal(String goal, Map<String, String> options);

        /** The command of this build with this option, and with the other options of the user. */
        String build(String option, String value);

        /** The command of this build. */
        String build();

        /** The options of this build that are not in its command, because they may contain secrets. */
        List<String> omitted();
    }

    private final Outcome outcome;
    private final RunMemory memory;
    private final boolean simulated;
    private final Commands commands;

    private NextSteps(Outcome outcome, RunMemory memory, boolean simulated, Commands commands) {
        this.outcome = outcome;
        this.memory = memory;
        this.simulated = simulated;
        this.commands = commands;
    }

    /** @param memory of the routine, after the publish */
    public static List<NextStep> of(Outcome outcome, RunMemory memory, boolean simulated, Commands commands) {
        return new NextSteps(outcome, memory, simulated, commands).steps();
    }

    private List<NextStep> steps() {
        if (outcome.request().dryRun()) {
            return outcome.failure().isPresent() ? List.of(again()) : planned();
        }
        List<NextStep> steps = new ArrayList<>();
        if (outcome.failure().isPresent() && isUncertain()) {
            steps.add(new NextStep("See what is live", commands.goal("status", name())));
        }
        steps.addAll(rollbacks());
        if (outcome.failure().isPresent()) {
            steps.add(again());
        }
        return steps;
    }

    private List<NextStep> planned() {
        return outcome.isUpToDate()
                ? List.of()
                : List.of(new NextStep("Publish this plan" + omitted(), commands.build("dryRun", "false")));
    }

    private NextStep again() {
        return new NextStep("Repair what failed, then repeat the build" + omitted(), commands.build());
    }

    private String omitted() {
        return commands.omitted().isEmpty() ? "" : ". Add these options again: " + String.join(" ", commands.omitted());
    }

    private boolean isUncertain() {
        return outcome.environments().stream()
                .map(EnvironmentOutcome::verdict)
                .anyMatch(verdict -> verdict == Verdict.UNKNOWN || verdict == Verdict.ACCEPTED);
    }

    private List<NextStep> rollbacks() {
        List<NextStep> rollbacks = new ArrayList<>();
        if (changed().stream().map(EnvironmentOutcome::environment).anyMatch(this::isRemembered)) {
            rollbacks.add(new NextStep("Roll back, on this machine", commands.goal("rollback", name())));
        }
        if (!simulated) {
            earlier()
                    .forEach((revision, environments) ->
                            rollbacks.add(new NextStep("Roll back, on any machine", rollback(revision, environments))));
        }
        return rollbacks;
    }

    private boolean isRemembered(Environment environment) {
        return memory.newest()
                .map(run -> run.revert(memory.routine()).targets())
                .filter(targets -> targets.containsKey(environment))
                .isPresent();
    }

    /** The revisions that answered all requests before, each with its environments. */
    private Map<CodeRevision, String> earlier() {
        return changed().stream()
                .filter(each -> each.before().alone().isPresent())
                .collect(groupingBy(
                        each -> each.before().alone().get(),
                        LinkedHashMap::new,
                        mapping(each -> each.environment().name(), joining(","))));
    }

    private String rollback(CodeRevision revision, String environments) {
        Map<String, String> options = new LinkedHashMap<>(name());
        options.put("codeRevision", revision.digits());
        options.put("environments", environments);
        return commands.goal("rollback", options);
    }

    private List<EnvironmentOutcome> changed() {
        return outcome.environments().stream()
                .filter(each -> each.verdict() != Verdict.UNKNOWN && each.isChanged())
                .toList();
    }

    private Map<String, String> name() {
        return Map.of("name", outcome.request().routine().text());
    }
}
