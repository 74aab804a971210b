// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.upkeep.Configurer;
import io.github.edgeroutine.routine.upkeep.Pruner;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One goal, as its Mojo has it done.
 *
 * @param given makes the account in which it begins
 * @param wanted what the account shall look like in the end, made of what it looked like in the beginning
 * @param between lines that may be there on the way
 */
record GoalScenario(
        String name, Consumer<DcdnAccount> given, UnaryOperator<String> wanted, Set<String> between, Goal goal) {

    static final RoutineName HELLO = new RoutineName("hello");

    private static final String[] PLACES = {"staging", "production", "presetCanaryZhejiang"};
    private static final Probe PROBE =
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);
    private static final byte[] NEW_CODE = "new code".getBytes(UTF_8);

    @FunctionalInterface
    interface Goal {

        /** @return empty where the goal knows only success and exceptions */
        Optional<Outcome> reach(GoalFixture fixture) throws GoalFailedException;
    }

    static List<GoalScenario> all() {
        UnaryOperator<String> published = account -> account.replace("runs 101", "runs 102");
        UnaryOperator<String> uploaded =
                account -> account.replace("staging runs 101", "staging runs new") + "revision new holds 'new code'\n";
        Set<String> staged = Set.of("staging runs unstable", "staged 'new code'");
        return List.of(
                new GoalScenario(
                        "publish", GoalScenario::two, published, Set.of(), fixture -> publish(fixture, request())),
                new GoalScenario(
                        "publish and restore",
                        GoalScenario::two,
                        published,
                        Set.of(),
                        fixture -> publish(fixture, request().restoreOnFailure())),
                new GoalScenario(
                        "publish what does not work, and restore",
                        GoalScenario::two,
                        account -> account,
                        Set.of("staging runs 102", "production runs 102", "presetCanaryZhejiang runs 102"),
                        fixture -> publish(
                                fixture.broken(), request().restoreOnFailure().probes(PROBE))),
                new GoalScenario(
                        "roll out by region",
                        GoalScenario::two,
                        published,
                        Set.of(),
                        fixture -> publish(fixture, rollout())),
                new GoalScenario(
                        "roll out by region, and restore",
                        GoalScenario::two,
                        published,
                        Set.of(),
                        fixture -> publish(fixture, rollout().restoreOnFailure())),
                new GoalScenario(
                        "publish to a missing routine",
                        account -> account.ensure("shop", List.of()),
                        account -> account,
                        Set.of(),
                        fixture -> publish(fixture, request())),
                new GoalScenario(
                        "roll back",
                        account -> {
                            two(account);
                            account.publish("hello", "103", List.of(PLACES));
                        },
                        account -> account.replace("staging runs 103", "staging runs 102")
                                .replace("production runs 103", "production runs 101"),
                        Set.of(),
                        GoalScenario::rollBack),
                new GoalScenario("upload", GoalScenario::two, uploaded, staged, fixture -> upload(fixture, false)),
                new GoalScenario(
                        "upload an eleventh",
                        account -> many(account, 10),
                        account -> uploaded.apply(account).replace("revision 102 holds ''\n", ""),
                        staged,
                        fixture -> upload(fixture, true)),
                new GoalScenario(
                        "prune",
                        account -> many(account, 6),
                        account -> account.replace(
                                "revision 102 holds ''\nrevision 103 holds ''\nrevision 104 holds ''\n", ""),
                        Set.of(),
                        GoalScenario::prune),
                new GoalScenario(
                        "configure",
                        GoalScenario::two,
                        account -> account.replace("production has 50ms []", "production has 100ms [example.com]"),
                        Set.of(),
                        GoalScenario::configure),
                new GoalScenario("status", GoalScenario::two, account -> account, Set.of(), GoalScenario::status));
    }

    private static void two(DcdnAccount account) {
        account.publish("hello", "101", List.of(PLACES));
        account.ensure("hello", "102", List.of());
    }

    /** Only the oldest runs anywhere. */
    private static void many(DcdnAccount account, int revisions) {
        two(account);
        IntStream.rangeClosed(101, 100 + revisions)
                .forEach(revision -> account.ensure("hello", String.valueOf(revision), List.of()));
    }

    private static RequestFor request() {
        return RequestFor.revision("102", PLACES);
    }

    private static RequestFor rollout() {
        return request().rollout("presetCanaryZhejiang", "staging production");
    }

    private static Optional<Outcome> publish(GoalFixture fixture, RequestFor request) {
        return Optional.of(fixture.publisher().publish(request.request()));
    }

    private static Optional<Outcome> rollBack(GoalFixture fixture) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        earlier.put(new Environment("staging"), Traffic.all(new CodeRevision("102")));
        earlier.put(new Environment("production"), Traffic.all(new CodeRevision("101")));
        return Optional.of(
                new Rollback(fixture.publisher(), false, Duration.ofSeconds(30)).to(new Revert(HELLO, earlier)));
    }

    private static Optional<Outcome> upload(GoalFixture fixture, boolean pruneOnLimit) throws GoalFailedException {
        CodeRevision revision = fixture.upload(new UploadRequest(HELLO, "v2", NEW_CODE, false, pruneOnLimit))
                .revision();
        assertArrayEquals(NEW_CODE, fixture.account().code("hello", revision.digits()));
        return Optional.empty();
    }

    private static Optional<Outcome> prune(GoalFixture fixture) throws GoalFailedException {
        RoutineState state = new StateReader(fixture.routines()).read(HELLO, "prune the revisions");
        new Pruner(fixture.routines(), fixture.time(), fixture).delete(HELLO, Pruner.plan(state, 2, Set.of()));
        return Optional.empty();
    }

    private static Optional<Outcome> configure(GoalFixture fixture) throws GoalFailedException {
        Map<Environment, Setting> wanted = Map.of(
                new Environment("production"), new Setting(Optional.of("100ms"), Optional.of(List.of("example.com"))));
        RoutineState state = new StateReader(fixture.routines()).read(HELLO, "configure the environments");
        new Configurer(fixture.routines(), fixture.time(), fixture).write(HELLO, state.differences(wanted));
        return Optional.empty();
    }

    private static Optional<Outcome> status(GoalFixture fixture) throws GoalFailedException {
        RoutineState state = new StateReader(fixture.routines()).read(HELLO, "read the state");
        fixture.account()
                .live("hello")
                .forEach((place, revision) ->
                        assertEquals(FakeRoutines.live(revision), state.liveIn(new Environment(place))));
        return Optional.empty();
    }
}
