// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A simulated service for the time of one goal, whose account outlives it in a file. */
final class Rehearsal implements Closeable {

    private final Path file;
    private final AccessKey key;
    private final DcdnAccount account;
    private final Simulator simulator;

    private Rehearsal(Path file, AccessKey key, DcdnAccount account, Simulator simulator) {
        this.file = file;
        this.key = key;
        this.account = account;
        this.simulator = simulator;
    }

    /** @throws IOException if the file cannot be read or no loopback port is free */
    static Rehearsal start(Path file) throws IOException {
        AccessKey key = AccessKey.random();
        DcdnAccount account = DcdnAccount.load(file);
        return new Rehearsal(file, key, account, Simulator.start(key, new SimulatedDcdn(account)));
    }

    DcdnAccount account() {
        return account;
    }

    Credentials credentials() {
        return Credentials.of(key.id(), key.secret(), key.securityToken(), "the simulator");
    }

    Endpoint endpoint() {
        return new Endpoint(simulator.endpoint());
    }

    /** Stops the service and keeps its account, also after a failure, so that the next rehearsal goes on from there. */
    @Override
    public void close() throws IOException {
        simulator.close();
        account.save(file);
    }
}
