// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.util.Map.entry;

import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the message of a run, its goal, and the account after it. */
final class OutcomeCheck {

    /**
     * The limit of calls for each call: all retries, and a read after each, which is sent again if its connection is
     * closed.
     */
    private static final int CALLS_FOR_ONE = 3 * (GoalFixture.RETRIES + 1);

    /** The state of the account if a failure says so. */
    private static final Map<String, Predicate<ScenarioRun>> SENTENCES = Map.ofEntries(
            entry("Nothing was changed", run -> run.after().equals(run.before())),
            entry("The routine exists now", run -> run.after().contains("routine hello")),
            entry("The account does not show this routine", run -> !run.after().contains("routine hello")),
            entry("o revision was made", run -> !run.after().contains("revision new")),
            entry("no revision with this code was found", run -> !run.after().contains("revision new")),
            entry("No revision with these files was found", run -> !run.after().contains("revision new")),
            entry("The code is staged", run -> run.after().contains("staged '")),
            entry("Deleted before this failure: 0 of 3", run -> run.deleted() == 0),
            entry("Deleted before this failure: 1 of 3", run -> run.deleted() == 1),
            entry("Deleted before this failure: 2 of 3", run -> run.deleted() == 2));

    private final FaultCase faultCase;
    private final ScenarioRun run;
    private final String wanted;
    private final List<String> after;
    private final List<String> flaws = new ArrayList<>();

    OutcomeCheck(FaultCase faultCase, ScenarioRun run) {
        this.faultCase = faultCase;
        this.run = run;
        this.wanted = faultCase.scenario().wanted().apply(run.before());
        this.after = run.after().lines().toList();
    }

    List<String> flaws() {
        int until = faultCase.affected().until();
        demand(run.calls(faultCase.operation()).size() >= until, "no call meets the fault");
        checkVerdict();
        run.outcome().ifPresent(this::checkPlaces);
        checkAccount();
        checkWrites();
        checkBounds();
        Stream.concat(run.failure().stream(), run.warnings().stream()).forEach(this::checkWords);
        return flaws;
    }

    private void demand(boolean holds, String flaw) {
        if (!holds) {
            flaws.add(faultCase + ": " + flaw + "\n  " + run);
        }
    }

    private void checkVerdict() {
        boolean reached =
                run.after().equals(wanted) && faultCase.clean().failure().isEmpty();
        demand(run.failure().isPresent() || reached, "succeeds without what was wanted");
        demand(!faultCase.isMended() || run.failure().equals(faultCase.clean().failure()), "is not mended");
        // Only a publish can be confirmed by a read that needs no other operation and has enough time.
        boolean hadNoTime = faultCase.affected() == AffectedCalls.EVERY_IN_HASTE
                && run.failure().orElse("").contains("What is live now is not known");
        demand(
                run.failure().isEmpty()
                        || hadNoTime
                        || !faultCase.scenario().service().isPublish(faultCase.operation())
                        || !reached
                        || wanted.equals(run.before()),
                "fails though it is live as it was wanted");
        SENTENCES.forEach((sentence, isTrue) -> demand(
                run.isOfSeveral() || !run.failure().orElse("").contains(sentence) || isTrue.test(run),
                "not true: " + sentence));
    }

    private void checkPlaces(Outcome outcome) {
        Set<String> told = new HashSet<>();
        for (EnvironmentOutcome place : outcome.environments()) {
            String runs = place.environment() + " runs ";
            told.add(runs);
            boolean shown = place.wanted()
                    .filter(revision -> after.contains(runs + revision))
                    .isPresent();
            demand(place.verdict() != Verdict.NOT_PUBLISHED || !shown, "published all the same: " + place);
            demand(place.after() instanceof NoRevision || after.contains(runs + place.after()), "not so: " + place);
        }
        run.before()
                .lines()
                .filter(line -> line.contains(" runs ") && told.stream().noneMatch(line::startsWith))
                .forEach(line -> demand(after.contains(line), "changed, and not told: " + line));
    }

    private void checkAccount() {
        Set<String> between = faultCase.scenario().between();
        demand(after.size() == Set.copyOf(after).size(), "something is there twice");
        for (String line : after) {
            boolean expected = (run.before() + wanted).contains(line + "\n") || between.contains(line);
            demand(expected, "nobody wanted that " + line);
        }
        boolean onTheWay = between.stream().anyMatch(after::contains);
        run.before()
                .lines()
                .filter(line -> wanted.contains(line + "\n"))
                .filter(line -> !onTheWay || line.startsWith("revision "))
                .forEach(line -> demand(after.contains(line), "nobody wanted away that " + line));
    }

    private void checkWrites() {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> writes = new HashSet<>();
        for (ReceivedCall call : run.calls()) {
            int number = numbers.merge(call.action(), 1, Integer::sum) - 1;
            ServiceUnderTest service = faultCase.scenario().service();
            boolean isWrite = !service.isRead(call.action())
                    && (service.showsStagedCode() || !call.action().equals(InjectedFault.STORE));
            // Without a routine nothing can be written.
            if (isWrite && !run.before().isEmpty() && faultCase.isCarriedOut(call.action(), number)) {
                List<String> what = Stream.of("SelectCodeRevision", "Envs", "CodeVersion", "CodeVersions", "Env")
                        .map(name -> call.form().getOrDefault(name, ""))
                        .toList();
                demand(writes.add(call.action() + what), "carried out twice: " + call.action() + " " + what);
            }
        }
    }

    private void checkBounds() {
        Duration limit = faultCase.affected().limit();
        int most = CALLS_FOR_ONE * faultCase.clean().calls().size();
        demand(run.calls().size() <= most, run.calls().size() + " calls are more than " + most);
        demand(run.paused().compareTo(limit) < 0, "waits for " + run.paused());
        demand(run.paused().plus(run.took()).compareTo(limit.plusSeconds(2)) < 0, "takes longer than its time");
        demand(run.took().compareTo(Duration.ofSeconds(15)) < 0, "takes " + run.took());
    }

    private void checkWords(String words) {
        Stream<String> secrets = Stream.of(
                InjectedFault.KEY.id(), InjectedFault.KEY.secret(), InjectedFault.KEY.securityToken(), "Signature=abc");
        demand(words.chars().noneMatch(Character::isISOControl), "is more than a line: " + words);
        demand(secrets.noneMatch(words::contains), "tells a secret: " + words);
    }
}
