// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One scenario. A second client acts during one of its calls.
 *
 * @param number of the call of its operation, from 0
 */
record SecondClientCase(GoalScenario scenario, String operation, int number, SecondClient secondClient, Moment moment) {

    /** When the second client acts. */
    enum Moment {
        BEFORE,
        /** The call is not carried out, and there is no answer. */
        BEFORE_IT_IS_LOST,
        /** The call is carried out, and there is no answer. */
        AFTER_IT_IS_DONE_AND_LOST;

        private Fault fault(Runnable event) {
            return switch (this) {
                case BEFORE -> Fault.NONE.after(event);
                case BEFORE_IT_IS_LOST -> Fault.cut().after(event);
                case AFTER_IT_IS_DONE_AND_LOST -> Fault.cut().after(event).afterTheOperation();
            };
        }
    }

    private static final Set<String> THEIRS = Set.of(
            "production runs new",
            "revision new holds ''",
            "revision new holds 'their code'",
            "staging runs unstable",
            "staged 'their code'");

    static Stream<SecondClientCase> of(GoalScenario scenario, ScenarioRun clean) {
        Map<String, Integer> numbers = new HashMap<>();
        return clean.calls().stream()
                .map(ReceivedCall::action)
                .flatMap(operation -> of(scenario, operation, numbers.merge(operation, 1, Integer::sum) - 1));
    }

    private static Stream<SecondClientCase> of(GoalScenario scenario, String operation, int number) {
        return Stream.of(SecondClient.values())
                .flatMap(secondClient -> Stream.of(Moment.values())
                        .map(moment -> new SecondClientCase(scenario, operation, number, secondClient, moment)));
    }

    /** @return the violated rules; empty if all rules hold */
    List<String> flaws() throws IOException {
        try {
            ScenarioRun run = ScenarioRun.of(scenario, Duration.ofMinutes(5), Duration.ofSeconds(10), this::script);
            List<String> flaws = new ArrayList<>();
            check(run).forEach((flaw, holds) -> {
                if (!holds) {
                    flaws.add(this + ": " + flaw + "\n  " + run);
                }
            });
            return flaws;
        } catch (RuntimeException | AssertionError e) {
            return List.of(this + ": throws " + e);
        }
    }

    private void script(Simulator simulator, AccountUnderTest account) {
        simulator.script(operation, Collections.nCopies(number, Fault.NONE).toArray(Fault[]::new));
        simulator.script(operation, moment.fault(() -> secondClient.act(scenario.service(), simulator, account)));
    }

    private Map<String, Boolean> check(ScenarioRun run) {
        List<String> after = run.after().lines().toList();
        String wanted = scenario.wanted().apply(run.before());
        String failure = run.failure().orElse("");
        Map<String, Boolean> holds = new HashMap<>();
        run.outcome().stream()
                .flatMap(outcome -> outcome.environments().stream())
                .forEach(place -> holds.put("not so: " + place, isTrue(place, run, after)));
        holds.put(
                "succeeds without what was wanted",
                !failure.isEmpty()
                        || run.isOfSeveral()
                        || wanted.lines()
                                .filter(line -> !run.before().contains(line + "\n"))
                                .filter(line -> run.outcome().isPresent() || line.startsWith("revision "))
                                .allMatch(after::contains));
        holds.put(
                "a restore overwrote what somebody else published",
                secondClient != SecondClient.PUBLISHES
                        || !failure.contains("Restored")
                        || isBetweenLookAndWrite(run)
                        || after.contains("production runs new"));
        holds.put(
                "a rollback overwrote what somebody else published",
                secondClient != SecondClient.PUBLISHES
                        || !scenario.name().startsWith("roll back")
                        || isBetweenLookAndWrite(run)
                        || after.contains("production runs new"));
        holds.put(
                "does not tell who published",
                secondClient != SecondClient.PUBLISHES
                        || failure.isEmpty()
                        || !after.contains("production runs new")
                        || run.outcome().isEmpty()
                        || failure.contains(SecondClient.REVISION));
        holds.put(
                "not true that nothing was changed",
                run.isOfSeveral()
                        || !failure.contains("Nothing was changed")
                        || after.stream().filter(line -> !THEIRS.contains(line)).allMatch(run.before()::contains));
        after.stream()
                .filter(line -> !(run.before() + wanted).contains(line + "\n"))
                .filter(line -> !THEIRS.contains(line))
                .forEach(line -> holds.put(
                        "nobody wanted that " + line, scenario.between().contains(line)));
        return holds;
    }

    /** No client can prevent this: the service has no call that writes only if the live state is as expected. */
    private boolean isBetweenLookAndWrite(ScenarioRun run) {
        Map<String, String> form = run.calls(operation).get(number).form();
        return scenario.service().isPublish(operation)
                && moment == Moment.BEFORE
                && (form.getOrDefault("Env", "") + form.getOrDefault("Envs", "")).contains("production");
    }

    /** The state at the last read. Another client may change the first of several publishes during the second. */
    private boolean isTrue(EnvironmentOutcome place, ScenarioRun run, List<String> after) {
        String runs = place.environment() + " runs ";
        boolean isOvertaken =
                run.isOfSeveral() && after.stream().anyMatch(line -> line.startsWith(runs) && THEIRS.contains(line));
        String shown = place.after().toString();
        boolean isShown = place.after() instanceof NoRevision
                || after.contains(runs + (shown.equals(SecondClient.REVISION) ? "new" : shown));
        boolean isWanted = place.wanted()
                .filter(revision -> after.contains(runs + revision))
                .isPresent();
        return isOvertaken || isShown && (place.verdict() != Verdict.NOT_PUBLISHED || !isWanted);
    }

    @Override
    public String toString() {
        return scenario + ", " + operation + " " + number + ", " + secondClient + " " + moment;
    }
}
