// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Probe;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.upkeep.Configurer;
import io.github.edgeroutine.routine.upkeep.Pruner;
import io.github.edgeroutine.routine.upkeep.Uploader.UploadRequest;
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
record Flow(String name, Consumer<DcdnAccount> given, UnaryOperator<String> wanted, Set<String> between, Goal goal) {

    static final RoutineName HELLO = new RoutineName("hello");

    private static final String[] PLACES = {"staging", "production", "presetCanaryZhejiang"};
    private static final Probe PROBE =
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);
    private static final byte[] NEW_CODE = "new code".getBytes(UTF_8);

    @FunctionalInterface
    interface Goal {

        /** @return empty where the goal knows only success and exceptions */
        Optional<Outcome> reach(Bench bench) throws GoalFailedException;
    }

    static List<Flow> all() {
        UnaryOperator<String> published = account -> account.replace("runs 101", "runs 102");
        UnaryOperator<String> uploaded =
                account -> account.replace("staging runs 101", "staging runs new") + "revision new holds 'new code'\n";
        Set<String> staged = Set.of("staging runs unstable", "staged 'new code'");
        return List.of(
                new Flow("publish", Flow::two, published, Set.of(), bench -> publish(bench, request())),
                new Flow(
                        "publish and restore",
                        Flow::two,
                        published,
                        Set.of(),
                        bench -> publish(bench, request().restoreOnFailure())),
                new Flow(
                        "publish what does not work, and restore",
                        Flow::two,
                        account -> account,
                        Set.of("staging runs 102", "production runs 102", "presetCanaryZhejiang runs 102"),
                        bench -> publish(
                                bench.broken(), request().restoreOnFailure().probes(PROBE))),
                new Flow(
                        "publish to a missing routine",
                        account -> account.ensure("shop", List.of()),
                        account -> account,
                        Set.of(),
                        bench -> publish(bench, request())),
                new Flow(
                        "roll back",
                        account -> {
                            two(account);
                            account.publish("hello", "103", List.of(PLACES));
                        },
                        account -> account.replace("staging runs 103", "staging runs 102")
                                .replace("production runs 103", "production runs 101"),
                        Set.of(),
                        Flow::rollBack),
                new Flow("upload", Flow::two, uploaded, staged, bench -> upload(bench, false)),
                new Flow(
                        "upload an eleventh",
                        account -> many(account, 10),
                        account -> uploaded.apply(account).replace("revision 102 holds ''\n", ""),
                        staged,
                        bench -> upload(bench, true)),
                new Flow(
                        "prune",
                        account -> many(account, 6),
                        account -> account.replace(
                                "revision 102 holds ''\nrevision 103 holds ''\nrevision 104 holds ''\n", ""),
                        Set.of(),
                        Flow::prune),
                new Flow(
                        "configure",
                        Flow::two,
                        account -> account.replace("production has 50ms []", "production has 100ms [example.com]"),
                        Set.of(),
                        Flow::configure),
                new Flow("status", Flow::two, account -> account, Set.of(), Flow::status));
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

    private static Optional<Outcome> publish(Bench bench, RequestFor request) {
        return Optional.of(bench.publisher().publish(request.request()));
    }

    private static Optional<Outcome> rollBack(Bench bench) {
        Map<Environment, CodeRevision> earlier = new LinkedHashMap<>();
        earlier.put(new Environment("staging"), CodeRevision.parse("102"));
        earlier.put(new Environment("production"), CodeRevision.parse("101"));
        return Optional.of(new Rollback(bench.publisher(), false, Duration.ofSeconds(30)).to(HELLO, earlier));
    }

    private static Optional<Outcome> upload(Bench bench, boolean pruneOnLimit) throws GoalFailedException {
        CodeRevision revision = bench.upload(new UploadRequest(HELLO, "v2", NEW_CODE, false, pruneOnLimit))
                .revision();
        assertArrayEquals(NEW_CODE, bench.account().code("hello", revision.digits()));
        return Optional.empty();
    }

    private static Optional<Outcome> prune(Bench bench) throws GoalFailedException {
        RoutineState state = new StateReader(bench.routines()).read(HELLO, "prune the revisions");
        new Pruner(bench.routines(), bench.time(), bench).delete(HELLO, Pruner.plan(state, 2, Set.of()));
        return Optional.empty();
    }

    private static Optional<Outcome> configure(Bench bench) throws GoalFailedException {
        Map<Environment, Setting> wanted = Map.of(
                new Environment("production"), new Setting(Optional.of("100ms"), Optional.of(List.of("example.com"))));
        RoutineState state = new StateReader(bench.routines()).read(HELLO, "configure the environments");
        new Configurer(bench.routines(), bench.time(), bench).write(HELLO, state.differences(wanted));
        return Optional.empty();
    }

    private static Optional<Outcome> status(Bench bench) throws GoalFailedException {
        RoutineState state = new StateReader(bench.routines()).read(HELLO, "read the state");
        bench.account()
                .live("hello")
                .forEach((place, revision) ->
                        assertEquals(Optional.of(new CodeRevision(revision)), state.liveIn(new Environment(place))));
        return Optional.empty();
    }
}
