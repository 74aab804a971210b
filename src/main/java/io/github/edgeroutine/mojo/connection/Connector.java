// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.output.Stdout;
import io.github.edgeroutine.probe.HttpProber;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Pause;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.Closeable;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Connects a goal to the service, or to a simulated one. Nothing is sent before the connection is opened. */
public record Connector(MavenSession session, Log log, Tls tls, RateLimit rateLimit, Limits limits) {

    /**
     * How long things may take, and how often a call may be repeated.
     *
     * @param goal all calls and waits together
     * @param reserve the part of that time that is kept back for a look and a restore
     */
    public record Limits(Duration connect, Duration read, Duration goal, Duration reserve, int retries) {}

    public PendingConnection toService(Endpoint address, Proxies found, Credentials credentials) {
        Proxies proxies = logged(found);
        log.info("Credentials: " + credentials);
        // Not in target: it has to outlive mvn clean. Other plugins keep such things there too.
        File cache = new File(session.getLocalRepository().getBasedir(), ".cache/edge-routine-maven-plugin");
        Memories memories = new Memories(cache, address.toString(), credentials.account());
        return () -> open(address, credentials, proxies, false, memories, () -> {});
    }

    /** @param prepare makes what the goal asks for exist in the simulated account */
    public PendingConnection toSimulator(Path file, Consumer<DcdnAccount> prepare) {
        log.info("Rehearsal: the service is simulated inside this build, nothing leaves this machine.");
        return () -> {
            Rehearsal rehearsal = Rehearsal.start(file);
            prepare.accept(rehearsal.account());
            return open(
                    rehearsal.endpoint(),
                    rehearsal.credentials(),
                    HttpProxy::ofJvm,
                    true,
                    rehearsed(file.getParent()),
                    rehearsal);
        };
    }

    /** What is remembered of rehearsals lives and dies with the simulated account, which is in the same directory. */
    public static Memories rehearsed(Path directory) {
        return new Memories(directory.resolve("memory").toFile(), "simulator", "simulator");
    }

    /** Logs which proxy is used, once. */
    private Proxies logged(Proxies proxies) {
        Set<HttpProxy> said = ConcurrentHashMap.newKeySet();
        return target -> {
            Optional<HttpProxy> proxy = proxies.to(target);
            proxy.filter(said::add).ifPresent(used -> log.info("Proxy: " + used));
            return proxy;
        };
    }

    private Connection open(
            Endpoint address,
            Credentials credentials,
            Proxies proxies,
            boolean simulated,
            Memories memories,
            Closeable end) {
        Clock clock = new SteadyClock();
        GoalTime time = new GoalTime(limits.goal(), limits.reserve(), clock, pause());
        HttpSettings network = new HttpSettings(limits.connect(), limits.read(), time, proxies, tls);
        CallLog calls = new CallLog(new DcdnRoutines(address, network, rateLimit, credentials), clock);
        Retrying routines = new Retrying(
                calls,
                limits.retries(),
                time,
                new LoggedProgress(log),
                () -> ThreadLocalRandom.current().nextDouble());
        return new Connection(
                routines, calls, time, new HttpProber(network), address.toString(), simulated, memories, end);
    }

    private Pause pause() {
        Pause sleep = duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        // Java 22 to 24 say that there is one also where the output goes to a file.
        Console console = System.console();
        return console != null && log.isInfoEnabled() && CountDown.suits(session.getRequest())
                ? new CountDown(sleep, Stdout.terminal(console))
                : sleep;
    }
}
