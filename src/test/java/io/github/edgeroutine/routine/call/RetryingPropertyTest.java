// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.FakeRoutines.Write;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.health.Flaws;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of a publish in any sequence of faults, in part or whole, of its writes and its looks. */
class RetryingPropertyTest {

    private static final String[] PLACES = {"staging", "production"};

    /** @param reached how many of the environments, before it fails */
    record FailedWrite(CallFailedException failure, int reached) {

        Write write() {
            return failsAfter(failure, List.of(PLACES).subList(0, reached).toArray(String[]::new));
        }
    }

    @Property
    void theVerdictIsWhatIsLive(
            @ForAll("writes") List<FailedWrite> writes,
            @ForAll("looks") List<Optional<CallFailedException>> looks,
            @ForAll @IntRange(max = 3) int retries,
            @ForAll @IntRange(min = 1, max = 20) int seconds) {
        PublishFixture bench = new PublishFixture("staging=16", "production=16");
        bench.account.writes(writes.stream().map(FailedWrite::write).toArray(Write[]::new));
        bench.account.looks(looks.stream().map(RetryingPropertyTest::look).toArray(Look[]::new));
        Duration limit = Duration.ofSeconds(seconds);
        GoalTime time = new GoalTime(limit, bench.time, bench.time);
        RoutineClient routines = new RoutineClient(
                bench.account, new Retrying(Caller.ONCE, bench.account, retries, time, bench, () -> 1));

        Outcome outcome = new Publisher(
                        routines, bench, time, new HealthGate(Flaws.of(bench.prober), time, bench), RollbackMemory.NONE)
                .publish(RequestFor.revision("17", PLACES)
                        .verifyTimeout(Duration.ofSeconds(2))
                        .request());

        long sent = bench.account.received().stream()
                .filter(call -> call.contains("revision 17"))
                .count();
        RoutineState live = live(bench.account);
        String failure = outcome.failure().orElse("");
        assertTrue(sent <= retries + 1, () -> sent + " publishes");
        assertTrue(bench.time.instant().toEpochMilli() <= limit.toMillis(), () -> "waited " + bench.pauses);
        for (EnvironmentOutcome place : outcome.environments()) {
            if (place.after().isKnown()) {
                assertEquals(place.after(), live.liveIn(place.environment()));
            }
        }
        if (failure.isEmpty()) {
            assertEquals(FakeRoutines.running("staging=17", "production=17"), live);
        }
        if (failure.contains("Nothing was changed")) {
            assertEquals(FakeRoutines.running("staging=16", "production=16"), live);
        }
    }

    private static Look look(Optional<CallFailedException> failure) {
        return failure.map(FakeRoutines::fails).orElse(FakeRoutines.truth());
    }

    /** Past what is left of the script. */
    private static RoutineState live(FakeRoutines account) {
        while (true) {
            try {
                return account.client().describe(new RoutineName("hello"));
            } catch (CallFailedException e) {
                continue;
            }
        }
    }

    @Provide
    Arbitrary<List<FailedWrite>> writes() {
        Arbitrary<Integer> reached = Arbitraries.integers().between(0, PLACES.length);
        return Combinators.combine(failures(), reached)
                .as((failure, places) -> new FailedWrite(failure, failure.effect() == Effect.UNKNOWN ? places : 0))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Optional<CallFailedException>>> looks() {
        return failures().optional(0.4).list().ofMaxSize(8);
    }

    private static Arbitrary<CallFailedException> failures() {
        return Combinators.combine(
                        Arbitraries.of(Reason.class), Arbitraries.of(Effect.class), Arbitraries.of(true, true, false))
                .as((kind, effect, passes) ->
                        passes ? FakeRoutines.failure(kind, effect).passing() : FakeRoutines.failure(kind, effect));
    }
}
