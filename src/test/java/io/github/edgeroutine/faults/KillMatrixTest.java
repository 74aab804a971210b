// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Forked;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A build is killed before, during and after each write. Then the same build runs again, and then a rollback. ESA needs
 * one call for each environment and allows shares, so only kills between two writes are tested there.
 */
class KillMatrixTest {

    private static final int SIGKILL = 128 + 9;
    private static int cases;

    enum KillMoment {
        BEFORE,
        IN,
        AFTER
    }

    /** @param write its number, from 1 */
    record Kill(ServiceUnderTest service, KillMoment moment, int write) {}

    private AccountUnderTest account;
    private Simulator simulator;

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<Kill> publishes() {
        return Stream.concat(
                kills(ServiceUnderTest.DCDN),
                // Staging, then ten percent of production, then all of it.
                Stream.of(
                        new Kill(ServiceUnderTest.ESA, KillMoment.AFTER, 1),
                        new Kill(ServiceUnderTest.ESA, KillMoment.AFTER, 2),
                        new Kill(ServiceUnderTest.ESA, KillMoment.IN, 3)));
    }

    /** The environments return to two revisions, so there are two writes. */
    static Stream<Kill> rollbacks() {
        return Stream.concat(
                kills(ServiceUnderTest.DCDN), Stream.of(new Kill(ServiceUnderTest.ESA, KillMoment.AFTER, 1)));
    }

    private static Stream<Kill> kills(ServiceUnderTest service) {
        return Stream.of(KillMoment.values())
                .flatMap(moment -> IntStream.of(1, 2).mapToObj(write -> new Kill(service, moment, write)));
    }

    @ParameterizedTest
    @MethodSource("publishes")
    void theSameBuildFinishesAKilledBuildAndARollbackRevertsAll(Kill kill) throws Exception {
        Map<String, String> before = prepare(kill.service());
        carryOut(kill, "publish");

        build(kill, 2).publish();
        assertEquals(everywhere102(before), account.live());

        build(kill, 3).rollBack();
        assertEquals(before, account.live());
    }

    @ParameterizedTest
    @MethodSource("rollbacks")
    void theSameRollbackFinishesAKilledRollback(Kill kill) throws Exception {
        Map<String, String> before = prepare(kill.service());
        build(kill, 0).publish();
        carryOut(kill, "rollback");

        build(kill, 2).rollBack();
        assertEquals(before, account.live());

        build(kill, 3).rollBack();
        assertEquals(everywhere102(before), account.live());
    }

    static Stream<Kill> rollouts() {
        return Stream.of(new Kill(ServiceUnderTest.ESA, KillMoment.AFTER, 2));
    }

    @ParameterizedTest
    @MethodSource("rollouts")
    void aRolloutThatWasKilledBetweenItsStepsIsRevertedCompletely(Kill kill) throws Exception {
        Map<String, String> before = prepare(kill.service());
        carryOut(kill, "publish");
        assertEquals("100 (90 %) and 102 (10 %)", account.live().get("production"));

        build(kill, 2).rollBack();
        assertEquals(before, account.live());
    }

    @AfterAll
    static void tell() {
        System.out.println("Matrix of kills: " + cases + " cases");
    }

    /** @return the live revisions */
    private Map<String, String> prepare(ServiceUnderTest service) throws IOException {
        account = service.account();
        simulator = Simulator.start(InjectedFault.KEY, service.service(account));
        account.publish("101", List.of(service.places()));
        account.publish("100", List.of("production"));
        account.ensure("102");
        return account.live();
    }

    private static Map<String, String> everywhere102(Map<String, String> live) {
        return live.keySet().stream().collect(toMap(place -> place, place -> "102"));
    }

    private KilledBuild build(Kill kill, int invocation) {
        return new KilledBuild(
                kill.service(),
                simulator.endpoint(),
                directory.resolve("memory").toFile(),
                "100" + invocation + "-x");
    }

    /** After a write means that its answer has arrived, and the routine is being read. */
    private void carryOut(Kill kill, String what) throws Exception {
        String operation = kill.service().publish();
        CompletableFuture<Process> build = new CompletableFuture<>();
        Fault death =
                Fault.cut().after(() -> build.join().destroyForcibly().onExit().join());
        Fault met = switch (kill.moment()) {
            case BEFORE -> death;
            case IN -> death.afterTheOperation();
            case AFTER -> Fault.NONE.after(() -> simulator.script(kill.service().look(), death));
        };
        int calls = simulator.calls().size();
        simulator.script(
                operation,
                IntStream.rangeClosed(1, kill.write())
                        .mapToObj(each -> each == kill.write() ? met : Fault.NONE)
                        .toArray(Fault[]::new));
        build.complete(new Forked(directory, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Map.of())
                .start(
                        KilledBuild.class,
                        kill.service().name(),
                        simulator.endpoint().toString(),
                        directory.resolve("memory").toString(),
                        "1001-x",
                        what));
        assertTrue(build.join().waitFor(60, TimeUnit.SECONDS));
        assertEquals(SIGKILL, build.join().exitValue());
        assertEquals(
                kill.write(),
                simulator.calls().stream()
                        .skip(calls)
                        .filter(call -> call.action().equals(operation))
                        .count());
        cases++;
    }
}
