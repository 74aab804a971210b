// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A publisher at work on an account in memory; notes what it says and how long it waits, and lets no real time pass. */
final class Bench implements Progress {

    final FakeRoutines account;
    final List<Plan> plans = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<String> waits = new ArrayList<>();
    final PausedTime time = new PausedTime();
    final List<Duration> pauses = time.pauses;
    RollbackMemory memory = RollbackMemory.NONE;
    Prober prober = (probe, left) -> Optional.empty();

    /** @param places as {@link FakeRoutines#running} takes them */
    Bench(String... places) {
        this.account = new FakeRoutines(FakeRoutines.running(places));
    }

    Outcome publish(RequestFor request) {
        return publish(request, time);
    }

    Outcome publish(RequestFor request, Pause pause) {
        return publisher(pause).publish(request.request());
    }

    Publisher publisher(Pause pause) {
        GoalTime goal = new GoalTime(Duration.ofHours(1), time, pause);
        return publisher(goal);
    }

    /** Repeats nothing, but looks after a write that failed. */
    Publisher publisher(GoalTime goal) {
        EdgeRoutines looking = new Retrying(account, 0, goal, this, () -> 1);
        return new Publisher(looking, this, goal, new HealthGate(prober, goal, this), memory);
    }

    /** All calls but the look before the plan. */
    List<String> callsAfterTheFirstLook() {
        return account.received().subList(1, account.received().size());
    }

    /** For example "production: 16, then 17, published". */
    static List<String> places(Outcome outcome) {
        return outcome.environments().stream()
                .map(place -> place.environment() + ": "
                        + place.before().map(CodeRevision::digits).orElse("-") + ", then "
                        + place.after().map(CodeRevision::digits).orElse("-") + ", " + place.verdict())
                .toList();
    }

    @Override
    public void planned(List<Plan> all) {
        plans.addAll(all);
    }

    @Override
    public void waits(String sentence) {
        waits.add(sentence);
    }

    @Override
    public void warn(String sentence) {
        warnings.add(sentence);
    }
}
