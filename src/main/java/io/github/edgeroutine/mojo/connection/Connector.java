// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.ClassPreload;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.http.Route;
import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.mojo.connection.PendingConnection.Use;
import io.github.edgeroutine.mojo.context.BuildEnd;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Connects a goal to the service, or to a simulated one. Sends nothing before the connection is opened. */
public final class Connector implements AutoCloseable {

    private final GoalContext goal;
    private final SettingsDecrypter decrypter;
    private final ConnectionParameters parameters;
    private final ConnectionPool connections;
    private Runnable stopOpening = () -> {};
    private Optional<ClassPreload> loading = Optional.empty();

    private Connector(GoalContext goal, SettingsDecrypter decrypter, ConnectionParameters parameters) {
        this.goal = goal;
        this.decrypter = decrypter;
        this.parameters = parameters;
        this.connections = connections(goal);
    }

    /**
     * Begins to open a connection in the background. Also loads the classes of the first call, only once in a build.
     *
     * @throws MojoFailureException if Maven is offline and the service is not on this machine
     */
    public static Connector begin(GoalContext goal, SettingsDecrypter decrypter, ConnectionParameters parameters)
            throws MojoFailureException {
        Connector connector = new Connector(goal, decrypter, parameters);
        connector.begin();
        return connector;
    }

    private void begin() throws MojoFailureException {
        if (goal.session().isOffline() && !parameters.isOnThisMachine()) {
            throw new MojoFailureException("Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine"
                    + " service cannot be called: go online, rehearse with -Dedge-routine.simulate, or"
                    + " skip the goal with -Dedge-routine.skip.");
        }
        openAhead();
        if (goal.shared().putIfAbsent("edge-routine.headStart", true) == null) {
            loading = Optional.of(new ClassPreload(parameters.edge()::preload));
        }
    }

    /** Reports no errors of address and proxy: validation reports errors first. */
    private void openAhead() {
        Optional<Endpoint> address = new ParameterErrors().read("endpoint", parameters::address);
        if (parameters.isRehearsal() || address.isEmpty()) {
            return;
        }
        try {
            Proxies proxies = new MavenProxies(goal.session(), decrypter).find();
            stopOpening = connections.openAhead(Route.to(address.get().uri(), proxies));
        } catch (MojoFailureException e) {
            // The same search fails again when the goal connects.
        }
    }

    /** Waits for the background work of {@code begin}. */
    @Override
    public void close() {
        stopOpening.run();
        loading.ifPresent(ClassPreload::end);
    }

    /**
     * Finds the proxy and the credentials, and logs where they come from.
     *
     * @throws MojoFailureException if credentials are missing, or credentials or proxy cannot be used
     */
    public PendingConnection connect() throws MojoFailureException {
        if (parameters.isRehearsal()) {
            goal.log().info("Rehearsal: the service is simulated inside this build, nothing leaves this machine.");
            return this::openRehearsal;
        }
        Proxies proxies = logged(new MavenProxies(goal.session(), decrypter).find());
        Credentials credentials =
                new MavenCredentials(goal.session(), decrypter, goal.log()).find(parameters.serverId());
        goal.log().info("Credentials: " + credentials);
        Endpoint address = parameters.address();
        // Not in target, because mvn clean must not delete it. Other plugins use this directory too.
        File cache = new File(goal.session().getLocalRepository().getBasedir(), ".cache/edge-routine-maven-plugin");
        Memories memories = new Memories(cache, address.toString(), credentials.account());
        return (seed, use) -> opening(proxies, use).open(address, credentials, memories);
    }

    private Connection openRehearsal(Optional<RoutineSeed> seed, Use use) throws IOException {
        return opening(HttpProxy::ofJvm, use).open(Rehearsal.start(parameters.edge(), goal.directory(), seed));
    }

    /** The memory of rehearsals is in the same directory as the simulated account, so both are deleted together. */
    public static Memories rehearsed(EdgeService service, Path directory) {
        return new Memories(directory.resolve("memory").toFile(), "simulator", service.word());
    }

    /** Logs once which proxy is used. */
    private Proxies logged(Proxies proxies) {
        Set<HttpProxy> said = ConcurrentHashMap.newKeySet();
        return target -> {
            Optional<HttpProxy> proxy = proxies.to(target);
            proxy.filter(said::add).ifPresent(used -> goal.log().info("Proxy: " + used));
            return proxy;
        };
    }

    private Opening opening(Proxies proxies, Use use) {
        return new Opening(goal, parameters, connections, proxies, rateLimit(), use);
    }

    @SuppressWarnings("unchecked")
    private RateLimit rateLimit() {
        return new RateLimit(
                (BlockingQueue<Long>) goal.shared().computeIfAbsent("edge-routine.turns", key -> RateLimit.turns()));
    }

    /** Shared by all goals of the build in the same class loader. It is closed when the build ends. */
    @SuppressWarnings("unchecked")
    private static ConnectionPool connections(GoalContext goal) {
        return ((Map<Class<?>, ConnectionPool>)
                        goal.shared().computeIfAbsent("edge-routine.connections", key -> new ConcurrentHashMap<>()))
                .computeIfAbsent(ConnectionPool.class, key -> pool(goal));
    }

    private static ConnectionPool pool(GoalContext goal) {
        ConnectionPool connections = ConnectionPool.ofJvm();
        // Registered before a publish at the end of the build, so it runs after that publish.
        BuildEnd.call(goal.session().getRequest(), connections::close);
        return connections;
    }
}
