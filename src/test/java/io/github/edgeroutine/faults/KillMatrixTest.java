// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Forked;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A build is killed before, in and after each write; then comes the same build again, and then a rollback. */
class KillMatrixTest {

    private static final String WRITE = "PublishRoutineCodeRevision";
    private static final int SIGKILL = 128 + 9;
    private static int cases;

    enum KillMoment {
        BEFORE,
        IN,
        AFTER
    }

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(InjectedFault.KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();

    @TempDir
    Path directory;

    @BeforeEach
    void publishEarlierRevisions() {
        account.publish("hello", "100", List.of("production"));
        account.publish("hello", "101", List.of("staging", "presetCanaryZhejiang"));
        account.ensure("hello", "102", List.of());
    }

    static Stream<Arguments> publishes() {
        return Stream.of(KillMoment.values())
                .flatMap(moment -> IntStream.of(1, 2).mapToObj(write -> Arguments.of(moment, write)));
    }

    @ParameterizedTest
    @MethodSource("publishes")
    void aKilledBuildIsFinishedByTheSameBuildAndTakenBackWhole(KillMoment moment, int write) throws Exception {
        kill(moment, write, "publish");

        build(2).publish();
        assertEquals(everywhere("102", "102", "102"), account.live("hello"));

        build(3).rollBack();
        assertEquals(everywhere("101", "100", "101"), account.live("hello"));
    }

    /** The environments come back to two revisions, so there are two writes. */
    @ParameterizedTest
    @MethodSource("publishes")
    void aKilledRollbackIsFinishedByTheSameRollback(KillMoment moment, int write) throws Exception {
        build(0).publish();
        kill(moment, write, "rollback");

        build(2).rollBack();
        assertEquals(everywhere("101", "100", "101"), account.live("hello"));

        build(3).rollBack();
        assertEquals(everywhere("102", "102", "102"), account.live("hello"));
    }

    @AfterAll
    static void tell() {
        System.out.println("Matrix of kills: " + cases + " cases");
    }

    private static Map<String, String> everywhere(String staging, String production, String canary) {
        Map<String, String> live = new LinkedHashMap<>();
        live.put("staging", staging);
        live.put("production", production);
        live.put("presetCanaryZhejiang", canary);
        return live;
    }

    private KilledBuild build(int invocation) {
        return new KilledBuild(simulator.endpoint(), directory.resolve("memory").toFile(), "100" + invocation + "-x");
    }

    /** After a write means that its answer came, and that the look at it is under way. */
    private void kill(KillMoment moment, int write, String what) throws Exception {
        CompletableFuture<Process> build = new CompletableFuture<>();
        Fault death =
                Fault.cut().after(() -> build.join().destroyForcibly().onExit().join());
        int calls = simulator.calls().size();
        switch (moment) {
            case BEFORE -> simulator.script(WRITE, at(write, death));
            case IN -> simulator.script(WRITE, at(write, death.afterTheOperation()));
            case AFTER ->
                simulator.script(WRITE, at(write, Fault.NONE.after(() -> simulator.script("DescribeRoutine", death))));
        }
        build.complete(new Forked(directory, List.of(), Map.of())
                .start(
                        KilledBuild.class,
                        extension.endpoint(),
                        directory.resolve("memory").toString(),
                        "1001-x",
                        what));
        assertTrue(build.join().waitFor(60, TimeUnit.SECONDS));
        assertEquals(SIGKILL, build.join().exitValue());
        assertEquals(
                write,
                simulator.calls().stream()
                        .skip(calls)
                        .filter(call -> call.action().equals(WRITE))
                        .count());
        cases++;
    }

    private static Fault[] at(int call, Fault fault) {
        return IntStream.rangeClosed(1, call)
                .mapToObj(each -> each == call ? fault : Fault.NONE)
                .toArray(Fault[]::new);
    }
}
