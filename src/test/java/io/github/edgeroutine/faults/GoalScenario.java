// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.upkeep.Configurer;
import io.github.edgeroutine.routine.upkeep.Creator;
import io.github.edgeroutine.routine.upkeep.Pruner;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.UploadResult;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One goal, as its Mojo runs it.
 *
 * @param given creates the account at the beginning
 * @param wanted the expected account at the end, from the account at the beginning
 * @param between lines that are allowed between both
 */
record GoalScenario(
        ServiceUnderTest service,
        String name,
        Consumer<AccountUnderTest> given,
        UnaryOperator<String> wanted,
        Set<String> between,
        Goal goal) {

    static final RoutineName HELLO = new RoutineName("hello");

    private static final Probe PROBE =
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);
    private static final Map<Environment, Setting> SETTINGS = Map.of(
            new Environment("production"), new Setting(Optional.of("100ms"), Optional.of(List.of("example.com"))));
    private static final byte[] NEW_CODE = "new code".getBytes(UTF_8);

    @FunctionalInterface
    interface Goal {

        /** @return empty if the goal has only success and exceptions */
        Optional<Outcome> reach(GoalFixture fixture, AccountUnderTest account) throws GoalFailedException;
    }

    /** As in a build. */
    static Goal publish(RequestFor request) {
        return (fixture, account) -> Optional.of(fixture.publisher().publish(request.request()));
    }

    /** For code that does not answer probes. */
    static Goal publishInVain(RequestFor request) {
        return (fixture, account) -> Optional.of(
                fixture.broken().publisher().publish(request.probes(PROBE).request()));
    }

    /** Back to the revisions before 103. */
    static Goal rollBack(String staging, String production) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        earlier.put(new Environment("staging"), FakeRoutines.live(staging));
        earlier.put(new Environment("production"), FakeRoutines.live(production));
        Map<Environment, Live> seen = new LinkedHashMap<>();
        earlier.keySet().forEach(place -> seen.put(place, FakeRoutines.live("103")));
        return (fixture, account) -> Optional.of(new Rollback(fixture.publisher(), false, false, Duration.ofSeconds(30))
                .to(new Revert(HELLO, earlier), seen));
    }

    static Goal upload(boolean pruneOnLimit) {
        return (fixture, account) -> {
            CodeRevision revision = fixture.upload(new UploadRequest(HELLO, "v2", NEW_CODE, false, pruneOnLimit))
                    .revision();
            assertArrayEquals(NEW_CODE, account.code(revision.digits()));
            return Optional.empty();
        };
    }

    static Goal uploadFiles() {
        Assets files = new Assets(
                new TreeMap<>(Map.of("index.html", "hello".getBytes(UTF_8))), Optional.of(NEW_CODE), Optional.empty());
        UploadRequest upload =
                new UploadRequest(HELLO, "v2", NEW_CODE, Optional.of(files), false, false, Optional.empty());
        return (fixture, account) -> {
            UploadResult made = fixture.upload(upload);
            assertEquals(
                    "assets/index.html routine/index.js",
                    new String(account.code(made.revision().digits()), UTF_8));
            return Optional.empty();
        };
    }

    /** @param isSetUp with the settings of {@link #configure} */
    static Goal create(boolean isSetUp) {
        return (fixture, account) -> {
            Creator creator = new Creator(fixture.routines(), fixture.time(), fixture);
            if (creator.find(HELLO).isEmpty()) {
                creator.create(new EdgeRoutines.NewRoutine(HELLO, "d", isSetUp ? SETTINGS : Map.of(), false));
            }
            return Optional.empty();
        };
    }

    static Goal prune() {
        return (fixture, account) -> {
            RoutineState state = new StateReader(fixture.routines()).read(HELLO, "prune the revisions");
            new Pruner(fixture.routines(), fixture.time(), fixture).delete(HELLO, Pruner.plan(state, 2, Set.of()));
            return Optional.empty();
        };
    }

    static Goal configure() {
        return (fixture, account) -> {
            RoutineState state = new StateReader(fixture.routines()).read(HELLO, "configure the environments");
            new Configurer(fixture.routines(), fixture.time(), fixture).write(HELLO, state.differences(SETTINGS));
            return Optional.empty();
        };
    }

    static Goal status() {
        return (fixture, account) -> {
            RoutineState state = new StateReader(fixture.routines()).read(HELLO, "read the state");
            account.live()
                    .forEach((place, live) -> assertEquals(
                            live, state.liveIn(new Environment(place)).toString()));
            return Optional.empty();
        };
    }

    @Override
    public String toString() {
        return service + ", " + name;
    }
}
