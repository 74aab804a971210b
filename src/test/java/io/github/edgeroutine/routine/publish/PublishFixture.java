// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Pause;
import io.github.edgeroutine.routine.call.PausedTime;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.Flaws;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.health.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A publisher at work on an account in memory; notes what it says and how long it waits, and lets no real time pass. */
public final class PublishFixture implements PublishProgress {

    public final FakeRoutines account;
    public final List<Plan> plans = new ArrayList<>();
    public int tables;
    public final List<String> warnings = new ArrayList<>();
    public final List<String> waits = new ArrayList<>();
    public final PausedTime time = new PausedTime();
    public final List<Duration> pauses = time.pauses;
    public RollbackMemory memory = RollbackMemory.NONE;
    /** What is wrong with the answer to a probe. */
    public BiFunction<Probe, Duration, Optional<String>> prober = (probe, left) -> Optional.empty();

    /** @param places as {@link FakeRoutines#running} takes them */
    public PublishFixture(String... places) {
        this.account = new FakeRoutines(FakeRoutines.running(places));
    }

    public Outcome publish(RequestFor request) {
        return publish(request, time);
    }

    public Outcome publish(RequestFor request, Pause pause) {
        return publisher(pause).publish(request.request());
    }

    public Publisher publisher(Pause pause) {
        GoalTime goal = new GoalTime(Duration.ofHours(1), time, pause);
        return publisher(goal);
    }

    /** Repeats nothing, but looks after a write that failed. */
    public Publisher publisher(GoalTime goal) {
        Retrying looking = new Retrying(Caller.ONCE, account, 0, goal, this, () -> 1);
        return new Publisher(
                new RoutineClient(account, looking), this, goal, new HealthGate(Flaws.of(prober), goal, this), memory);
    }

    /** All calls but the look before the plan. */
    public List<String> callsAfterTheFirstLook() {
        return account.received().subList(1, account.received().size());
    }

    /** For example "production: 16, then 17, published". */
    public static List<String> places(Outcome outcome) {
        return outcome.environments().stream()
                .map(place -> place.environment() + ": "
                        + words(place.before()) + ", then "
                        + words(place.after()) + ", " + place.verdict())
                .toList();
    }

    private static String words(Live live) {
        return live instanceof NoRevision ? "-" : live.toString();
    }

    @Override
    public void planned(List<Plan> all) {
        tables++;
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
