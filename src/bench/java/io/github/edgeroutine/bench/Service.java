// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The simulated service of a case. It is slowed down and records the time of each call. */
final class Service implements AutoCloseable {

    static final String ROUTINE = "hello";
    static final String NEW = "1620876959997924701";
    static final List<String> PLACES = List.of("production", "presetCanaryZhejiang");
    private static final String OLD = "1610000000000000001";

    private final AccessKey key = AccessKey.random();
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final DcdnAccount account = new DcdnAccount();
    private final Simulator simulator;

    Service(Duration latency) throws IOException {
        this.simulator = Simulator.start(key, new SimulatedDcdn(account));
        simulator.scriptForever(Fault.slow(latency).after(() -> arrivals.add(System.nanoTime())));
    }

    AccessKey key() {
        return key;
    }

    String endpoint() {
        return "-Dedge-routine.endpoint=" + simulator.endpoint();
    }

    int port() {
        return simulator.endpoint().getPort();
    }

    /** Publishes the old revision everywhere, and clears the calls. */
    void reset(String routine) {
        account.ensure(routine, NEW, PLACES);
        account.publish(routine, OLD, PLACES);
        arrivals.clear();
    }

    boolean shows(String routine) {
        return PLACES.stream()
                .allMatch(place -> NEW.equals(account.live(routine).get(place)));
    }

    /** The arrival of each call since the last reset, in seconds of any clock. */
    List<Double> arrivals() {
        return arrivals.stream().map(nanos -> nanos / 1e9).sorted().toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
