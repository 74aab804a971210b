// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.edgeroutine.simulator.dcdn.CodeOperations;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.OddDcdnAnswer;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A DCDN on a free port of 127.0.0.1, until it is closed. Its threads do not keep the JVM alive. */
public final class Simulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final DcdnAccount account;
    private final RpcGateway service;
    private final Clock clock;
    private final FaultPlan script = new FaultPlan();
    private final List<ReceivedCall> calls = new ArrayList<>();
    private CallQuota quota;
    private int throttled;

    private Simulator(HttpServer server, DcdnAccount account, AccessKey accessKey, Clock clock) {
        this.server = server;
        this.threads = Executors.newCachedThreadPool(Simulator::daemon);
        this.account = account;
        this.clock = clock;
        this.quota = new CallQuota(Integer.MAX_VALUE, clock);
        SimulatedStore store = new SimulatedStore(account, clock);
        CodeOperations code = new CodeOperations(account, store, endpoint());
        this.service = new RpcGateway(new RequestVerifier(accessKey, clock), new SimulatedDcdn(account, code), store);
    }

    /**
     * Starts to listen.
     *
     * @param account shared with the caller, who may look at it and change it at any time
     * @param accessKey the only one that is let in
     * @throws IOException if no port could be opened
     */
    public static Simulator start(DcdnAccount account, AccessKey accessKey) throws IOException {
        return start(account, accessKey, Clock.systemUTC());
    }

    public static Simulator start(DcdnAccount account, AccessKey accessKey, Clock clock) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        Simulator simulator = new Simulator(server, account, accessKey, clock);
        server.createContext("/", simulator::handle);
        server.setExecutor(simulator.threads);
        // The server's own thread is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, simulator.threads).join();
        return simulator;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edge-routine-simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** {@code http://127.0.0.1:<port>} */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public DcdnAccount account() {
        return account;
    }

    /** Each of the next requests meets one of these faults, in order and after those scripted before. */
    public void script(Fault... faults) {
        script(FaultPlan.ANY, faults);
    }

    /**
     * Each of the next requests of this operation meets one of these faults; they use up nothing of the script for all.
     *
     * @param action such as {@code DescribeRoutine}, or {@code PostObject} for a form to the object store
     */
    public synchronized void script(String action, Fault... faults) {
        script.add(action, faults);
    }

    /** Once the script is used up, every request meets this fault, until {@link Fault#NONE} is given. */
    public void scriptForever(Fault fault) {
        scriptForever(FaultPlan.ANY, fault);
    }

    /** Once the script of this operation is used up, every request of it meets this fault, whatever the others meet. */
    public synchronized void scriptForever(String action, Fault fault) {
        script.forever(action, fault);
    }

    /** Answers from now on in these ways, and in no other odd one. */
    public void answer(OddDcdnAnswer... ways) {
        service.answer(Set.of(ways));
    }

    /** Throttles from now on whatever goes beyond so many calls in any second; forms to the object store are no calls. */
    public synchronized void limit(int callsPerSecond) {
        quota = new CallQuota(callsPerSecond, clock);
    }

    /** How many calls the limit has turned away. */
    public synchronized int throttled() {
        return throttled;
    }

    /** Every request received so far, in order of arrival. */
    public synchronized List<ReceivedCall> calls() {
        return List.copyOf(calls);
    }

    /** Stops at once; requests under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            RpcRequest request = RpcRequest.read(exchange);
            arrive(request).meet(request, () -> service.answer(request)).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private synchronized Fault arrive(RpcRequest request) {
        calls.add(request.call());
        if (!request.isForObjectStore() && !quota.admits()) {
            throttled++;
            return Fault.THROTTLE;
        }
        return script.next(request.call().action());
    }
}
