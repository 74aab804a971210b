// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The result of a scenario.
 *
 * @param before the account before it, in lines
 * @param after the account at the end
 * @param failure the message for the user; empty on success
 * @param paused simulated waiting time
 * @param took real time
 */
record ScenarioRun(
        String before,
        String after,
        Optional<Outcome> outcome,
        Optional<String> failure,
        List<String> warnings,
        List<ReceivedCall> calls,
        Duration paused,
        Duration took) {

    static ScenarioRun of(
            GoalScenario scenario, Duration limit, Duration readTimeout, BiConsumer<Simulator, AccountUnderTest> faults)
            throws IOException {
        ServiceUnderTest service = scenario.service();
        AccountUnderTest account = service.account();
        scenario.given().accept(account);
        List<String> known = account.revisions();
        SkippedTime clock = new SkippedTime();
        String before = describe(account, known);
        try (Simulator simulator =
                Simulator.start(InjectedFault.KEY, clock.withZone(ZoneOffset.UTC), service.service(account))) {
            faults.accept(simulator, account);
            GoalFixture fixture = new GoalFixture(service, simulator.endpoint(), clock, limit, readTimeout);
            Optional<Outcome> outcome = Optional.empty();
            Optional<String> failure = Optional.empty();
            long start = System.nanoTime();
            try {
                outcome = scenario.goal().reach(fixture, account);
                failure = outcome.flatMap(Outcome::failure);
            } catch (GoalFailedException e) {
                failure = Optional.of(e.getMessage());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new ScenarioRun(
                    before,
                    describe(account, known),
                    outcome,
                    failure,
                    fixture.warnings(),
                    simulator.calls(),
                    clock.skipped(),
                    took);
        }
    }

    List<ReceivedCall> calls(String operation) {
        return calls.stream().filter(call -> call.action().equals(operation)).toList();
    }

    /** Whether it was several publishes. Each failed publish then reports only its own result. */
    boolean isOfSeveral() {
        return outcome.filter(
                        all -> all.revision().isEmpty() && !all.environments().isEmpty())
                .isPresent();
    }

    long deleted() {
        return before.lines()
                .filter(line -> line.startsWith("revision ") && !after.contains(line))
                .count();
    }

    @Override
    public String toString() {
        return String.join(
                "\n  ",
                "failure: " + failure.orElse("none"),
                "warnings: " + warnings,
                "calls: " + calls.stream().map(ReceivedCall::action).toList(),
                "account: " + after.lines().toList());
    }

    /** One line for each thing that a goal could change. */
    private static String describe(AccountUnderTest account, List<String> known) {
        Stream<String> live = account.live().entrySet().stream()
                .map(each -> each.getKey() + " runs " + named(each.getValue(), known));
        Stream<String> staged = account.staged().stream().map(code -> "staged '" + new String(code, UTF_8) + "'");
        Stream<String> revisions = account.revisions().stream()
                .map(revision -> "revision " + named(revision, known) + " holds '"
                        + new String(account.code(revision), UTF_8) + "'");
        Stream<String> routine = account.isThere() ? Stream.of("routine hello") : Stream.of();
        return Stream.of(routine, live, account.settings(), staged, revisions)
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(joining());
    }

    private static String named(String revision, List<String> known) {
        return known.contains(revision) || !revision.matches("[0-9]+") ? revision : "new";
    }
}
