// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.nio.file.Path;

/** The services that a goal can call. Another service is another constant: nothing else in these rooms knows one. */
public enum EdgeService {
    DCDN(DcdnTraits.TRAITS) {
        @Override
        EdgeRoutines connect(Endpoint address, HttpSettings network, RateLimit limit, Credentials credentials) {
            return new DcdnRoutines(address, network, limit, credentials);
        }

        @Override
        SimulatedAccount simulate(Path file) throws IOException {
            return DcdnAccount.load(file);
        }

        @Override
        void preload() {
            DcdnRoutines.readEmptyRoutine();
        }
    };

    /** A constant, as an annotation takes it. */
    public static final String DCDN_ENDPOINT = DcdnTraits.ENDPOINT;

    private final ServiceTraits traits;

    EdgeService(ServiceTraits traits) {
        this.traits = traits;
    }

    /** What the service is like. Nothing is called for it. */
    public ServiceTraits traits() {
        return traits;
    }

    /** The adapter, which calls the real service and the simulated one alike. */
    abstract EdgeRoutines connect(Endpoint address, HttpSettings network, RateLimit limit, Credentials credentials);

    /** @throws IOException if the file is there and cannot be read */
    abstract SimulatedAccount simulate(Path file) throws IOException;

    /** Loads the classes that read an answer. */
    abstract void preload();
}
