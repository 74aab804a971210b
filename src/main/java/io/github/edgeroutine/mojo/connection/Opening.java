// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.mojo.connection.PendingConnection.Use;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.output.Stdout;
import io.github.edgeroutine.probe.HttpProber;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Pause;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.call.WriteTurns;
import java.io.Closeable;
import java.io.Console;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;

/** Opens a connection from an adapter, retries, a log of the calls and a prober. */
record Opening(
        GoalContext goal,
        ConnectionParameters parameters,
        ConnectionPool connections,
        Proxies proxies,
        RateLimit rateLimit,
        Use use) {

    /** Opens a connection to the real service. */
    Connection open(Endpoint address, Credentials credentials, Memories memories) {
        return open(address, credentials, false, memories, () -> {});
    }

    Connection open(Rehearsal rehearsal) {
        return open(
                rehearsal.endpoint(),
                rehearsal.credentials(),
                true,
                Connector.rehearsed(parameters.edge(), goal.directory()),
                rehearsal);
    }

    private Connection open(
            Endpoint address, Credentials credentials, boolean simulated, Memories memories, Closeable end) {
        ConnectionLimits limits = parameters.limits();
        InstantSource clock = new SteadyClock();
        GoalTime time =
                new GoalTime(limits.goal(), use == Use.PUBLISH ? limits.reserve() : Duration.ZERO, clock, pause());
        HttpSettings network = new HttpSettings(limits.connect(), limits.read(), time, proxies, connections);
        CallLog calls = new CallLog(Caller.ONCE, clock);
        EdgeRoutines adapter = parameters.edge().connect(address, network, rateLimit, credentials, calls::answered);
        EdgeRoutines service = use == Use.COUNT ? adapter : adapter.withoutLimit();
        Retrying retrying = new Retrying(
                new WriteTurns(calls, writes(), parameters.account(goal), time),
                service,
                limits.retries(),
                time,
                new LoggedProgress(goal.log()),
                () -> ThreadLocalRandom.current().nextDouble());
        return new Connection(
                new RoutineClient(service, retrying),
                parameters.edge().key(address, network, rateLimit, credentials),
                calls,
                time,
                new HttpProber(network),
                address.toString(),
                simulated,
                memories,
                new UntrustedText(credentials.secrets())::quote,
                end);
    }

    /** Shared by all goals of the build. */
    @SuppressWarnings("unchecked")
    private Map<String, Lock> writes() {
        return (Map<String, Lock>)
                goal.shared().computeIfAbsent("edge-routine.writes", key -> new ConcurrentHashMap<String, Lock>());
    }

    private Pause pause() {
        Pause sleep = duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        // Java 22 to 24 return a console even if the output goes to a file.
        Console console = System.console();
        return console != null
                        && goal.log().isInfoEnabled()
                        && CountDown.suits(goal.session().getRequest())
                ? new CountDown(sleep, Stdout.terminal(console))
                : sleep;
    }
}
