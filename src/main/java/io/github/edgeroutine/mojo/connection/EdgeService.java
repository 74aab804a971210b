// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.ram.RamKey;
import io.github.edgeroutine.dcdn.DcdnAction;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.esa.EsaAction;
import io.github.edgeroutine.esa.EsaRoutines;
import io.github.edgeroutine.esa.EsaTraits;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.key.Key;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The services that a goal can call. A new service needs only a new constant in these packages. */
public enum EdgeService {
    DCDN(DcdnTraits.TRAITS) {
        @Override
        EdgeRoutines connect(
                Endpoint address,
                HttpSettings network,
                RateLimit limit,
                Credentials credentials,
                Consumer<String> requestIds) {
            return new DcdnRoutines(address, network, limit, credentials, requestIds);
        }

        @Override
        Key key(Endpoint address, HttpSettings network, RateLimit limit, Credentials credentials) {
            return new RamKey(DcdnRoutines.API, DcdnAction.values(), address, network, limit, credentials);
        }

        @Override
        public SimulatedAccount simulate(Path file) throws IOException {
            return DcdnAccount.load(file);
        }

        @Override
        public SimulatedAccount simulate() {
            return new DcdnAccount();
        }

        @Override
        void preload() {
            DcdnRoutines.readEmptyRoutine();
        }

        @Override
        String endpoint(Optional<String> region) {
            if (region.isPresent()) {
                throw new IllegalArgumentException(
                        "is '" + region.get() + "', but " + word() + " has one address for all regions: remove it");
            }
            return traits().endpoint();
        }
    },
    ESA(EsaTraits.TRAITS) {
        @Override
        EdgeRoutines connect(
                Endpoint address,
                HttpSettings network,
                RateLimit limit,
                Credentials credentials,
                Consumer<String> requestIds) {
            return new EsaRoutines(address, network, limit, credentials, requestIds);
        }

        @Override
        Key key(Endpoint address, HttpSettings network, RateLimit limit, Credentials credentials) {
            return new RamKey(EsaRoutines.API, EsaAction.values(), address, network, limit, credentials);
        }

        @Override
        public SimulatedAccount simulate(Path file) throws IOException {
            return EsaAccount.load(file);
        }

        @Override
        public SimulatedAccount simulate() {
            return new EsaAccount();
        }

        @Override
        void preload() {
            EsaRoutines.readEmptyRoutine();
        }

        @Override
        String endpoint(Optional<String> region) {
            return region.map(EsaTraits::endpoint).orElse(traits().endpoint());
        }
    };

    private final ServiceTraits traits;

    EdgeService(ServiceTraits traits) {
        this.traits = traits;
    }

    /** @throws IllegalArgumentException if no service has this word; the message is the rest of a sentence */
    public static EdgeService parse(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("is '" + word + "', but must be " + words()));
    }

    /** The service of this word, otherwise the default one. Validation refuses an invalid word. */
    public static EdgeService of(String word) {
        return Optional.ofNullable(word)
                .map(String::strip)
                .flatMap(EdgeService::named)
                .orElse(DCDN);
    }

    private static Optional<EdgeService> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All of them, such as "dcdn or esa". */
    public static String words() {
        return Arrays.stream(values()).map(EdgeService::word).collect(joining(" or "));
    }

    /** The word in the user's configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file in which rehearsals keep their account. */
    public String simulatorFile() {
        return "simulator-" + word() + ".json";
    }

    /**
     * The default address of the service.
     *
     * @throws IllegalArgumentException if the service has no such region; the message is the rest of a sentence
     */
    abstract String endpoint(Optional<String> region);

    /** The properties of the service. Calls nothing. */
    public ServiceTraits traits() {
        return traits;
    }

    /**
     * The adapter. It calls the real service and the simulated one in the same way.
     *
     * @param requestIds hears the request id of each answer
     */
    abstract EdgeRoutines connect(
            Endpoint address,
            HttpSettings network,
            RateLimit limit,
            Credentials credentials,
            Consumer<String> requestIds);

    /** The key that the adapter signs with. */
    abstract Key key(Endpoint address, HttpSettings network, RateLimit limit, Credentials credentials);

    /**
     * Loads a saved simulated account. Empty if the file does not exist.
     *
     * @throws IOException if the file exists but cannot be read
     */
    public abstract SimulatedAccount simulate(Path file) throws IOException;

    /** A simulated account that is empty. */
    public abstract SimulatedAccount simulate();

    /** Loads the classes that read an answer. */
    abstract void preload();
}
