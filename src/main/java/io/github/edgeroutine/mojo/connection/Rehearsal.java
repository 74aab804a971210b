// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.Simulator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A simulated service for one goal. A file keeps its account for the next goal. */
final class Rehearsal implements Closeable {

    private final Path file;
    private final AccessKey key;
    private final SimulatedAccount account;
    private final Simulator simulator;

    private Rehearsal(Path file, AccessKey key, SimulatedAccount account, Simulator simulator) {
        this.file = file;
        this.key = key;
        this.account = account;
        this.simulator = simulator;
    }

    /**
     * @param directory of the file with the account
     * @param seed what exists in it
     * @throws IOException if the account cannot be read or no loopback port is free
     */
    static Rehearsal start(EdgeService service, Path directory, Optional<RoutineSeed> seed) throws IOException {
        Path file = directory.resolve(service.simulatorFile());
        AccessKey key = AccessKey.random();
        SimulatedAccount account = service.simulate(file);
        seed.ifPresent(each -> each.into(account));
        return new Rehearsal(file, key, account, Simulator.start(key, account.service()));
    }

    Credentials credentials() {
        return Credentials.of(key.id(), key.secret(), key.securityToken(), "the simulator");
    }

    Endpoint endpoint() {
        return new Endpoint(simulator.endpoint());
    }

    /** Stops the service and saves its account, also after a failure. The next rehearsal continues with it. */
    @Override
    public void close() throws IOException {
        simulator.close();
        account.save(file);
    }
}
