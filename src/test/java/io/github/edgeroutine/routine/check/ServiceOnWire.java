// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.ram.RamKey;
import io.github.edgeroutine.dcdn.DcdnAction;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.esa.EsaAction;
import io.github.edgeroutine.esa.EsaRoutines;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.upkeep.Uploader;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check of one of the services over the wire, as a build makes it. The routine hello has the revision 101. */
final class ServiceOnWire implements AutoCloseable, Progress {

    enum Product {
        DCDN,
        ESA
    }

    private final Product product;
    private final AccessKey key = AccessKey.random();
    private final SimulatedAccount account;
    private final Simulator simulator;

    ServiceOnWire(Product product) throws IOException {
        this.product = product;
        this.account = product == Product.DCDN ? new DcdnAccount() : new EsaAccount(EsaPlan.PAID);
        account.ensure("hello", "101", List.of("staging", "production"));
        this.simulator = Simulator.start(key, account.service());
    }

    SimulatedAccount account() {
        return account;
    }

    Simulator simulator() {
        return simulator;
    }

    /** In order. */
    List<String> actions() {
        return simulator.calls().stream().map(ReceivedCall::action).toList();
    }

    ServiceCheck check() {
        return check(key.secret());
    }

    ServiceCheck check(String secret) {
        Duration limit = Duration.ofSeconds(2);
        GoalTime time = new GoalTime(limit, new SteadyClock(), pause -> {});
        HttpSettings network = new HttpSettings(limit, limit, time, target -> Optional.empty(), ConnectionPool.ofJvm());
        Credentials credentials = Credentials.of(key.id(), secret, null, "a test");
        Endpoint endpoint = new Endpoint(simulator.endpoint());
        RateLimit turns = new RateLimit(RateLimit.turns());
        RoutineClient routines = new RoutineClient(
                product == Product.DCDN
                        ? new DcdnRoutines(endpoint, network, turns, credentials, id -> {})
                        : new EsaRoutines(endpoint, network, turns, credentials, id -> {}),
                Caller.ONCE);
        RamKey ram = product == Product.DCDN
                ? new RamKey(DcdnRoutines.API, DcdnAction.values(), endpoint, network, turns, credentials)
                : new RamKey(EsaRoutines.API, EsaAction.values(), endpoint, network, turns, credentials);
        return new ServiceCheck(routines, ram, new Uploader(routines, time, this, Set.of()));
    }

    @Override
    public void close() {
        simulator.close();
    }

    @Override
    public void waits(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void warn(String sentence) {
        throw new AssertionError(sentence);
    }
}
