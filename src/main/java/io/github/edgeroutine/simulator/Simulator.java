// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.AnsweredCall;
import io.github.edgeroutine.simulator.wire.HandledRequest;
import io.github.edgeroutine.simulator.wire.LoopbackServer;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One endpoint on 127.0.0.1 for all of the services it is given, until it is closed. Its threads do not
 * keep the JVM alive.
 */
public final class Simulator implements AutoCloseable {

    private final LoopbackServer server;
    private final Clock clock;
    private final RpcGateway gateway;
    private final RequestRouter router;
    private final FaultPlan plan = new FaultPlan();
    private final Deque<ReceivedCall> calls = new ArrayDeque<>();
    private volatile Consumer<AnsweredCall> observer = call -> {};
    private int mostCalls = Integer.MAX_VALUE;
    private CallQuota quota;
    private int throttled;

    private Simulator(int port, Collection<AccessKey> keys, Clock clock, List<SimulatedService> services)
            throws IOException {
        this.clock = clock;
        this.gateway = new RpcGateway(new RequestVerifier(keys), services);
        this.router = new RequestRouter(services, gateway);
        this.quota = new CallQuota(Integer.MAX_VALUE, clock);
        this.server = LoopbackServer.open(port, clock);
    }

    /**
     * Starts to listen on a free port.
     *
     * @param key the only one that is let in
     * @param services at least one, each of a version of its own
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no service, or if two cannot be told apart
     */
    public static Simulator start(AccessKey key, SimulatedService... services) throws IOException {
        return start(key, Clock.systemUTC(), services);
    }

    /**
     * Starts to listen on a free port.
     *
     * @param key the only one that is let in
     * @param clock says when a request arrives, which decides what has expired and what is throttled
     * @param services at least one, each of a version of its own
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no service, or if two cannot be told apart
     */
    public static Simulator start(AccessKey key, Clock clock, SimulatedService... services) throws IOException {
        return start(0, List.of(key), clock, List.of(services));
    }

    /**
     * Starts to listen.
     *
     * @param port from 1 to 65535, or 0 for a free one
     * @param keys at least one; each is let in with its own secret and security token
     * @param services at least one, each of a version of its own
     * @throws java.net.BindException if another program has the port
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no key or no service, or if two cannot be told apart
     */
    public static Simulator start(int port, Collection<AccessKey> keys, List<SimulatedService> services)
            throws IOException {
        return start(port, keys, Clock.systemUTC(), services);
    }

    private static Simulator start(int port, Collection<AccessKey> keys, Clock clock, List<SimulatedService> services)
            throws IOException {
        Simulator simulator = new Simulator(port, keys, clock, services);
        simulator.server.start(simulator::answer);
        return simulator;
    }

    /** {@code http://127.0.0.1:<port>} */
    public URI endpoint() {
        return server.endpoint();
    }

    /** Each of the next requests meets one of these faults, in order and after those scripted before. */
    public void script(Fault... faults) {
        script(FaultPlan.ANY, faults);
    }

    /**
     * Each of the next requests of this operation meets one of these faults. The script for all requests stays as it is.
     *
     * @param action as {@link ReceivedCall#action()} has it
     */
    public synchronized void script(String action, Fault... faults) {
        plan.add(action, faults);
    }

    /** Once the script is used up, every request meets this fault, until {@link Fault#NONE} is given. */
    public void scriptForever(Fault fault) {
        scriptForever(FaultPlan.ANY, fault);
    }

    /** Once the script of this operation is used up, every request of it meets this fault, whatever the others meet. */
    public synchronized void scriptForever(String action, Fault fault) {
        plan.forever(action, fault);
    }

    /** Changes every answer from now on in these ways. Without any way, answers are normal again. */
    public void answerOddly(OddAnswer... ways) {
        gateway.answerOddly(Set.of(ways));
    }

    /** Refuses from now on each call beyond so many in any second. Only calls of operations count. */
    public synchronized void limit(int callsPerSecond) {
        quota = new CallQuota(callsPerSecond, clock);
    }

    /** How many calls the limit has turned away. */
    public synchronized int throttled() {
        return throttled;
    }

    /** Tells of every request from now on, just before its answer is sent. The observer is called by many threads. */
    public void observe(Consumer<AnsweredCall> observer) {
        this.observer = observer;
    }

    /** Keeps from now on only so many of the last requests, so that a simulator that runs for days does not grow. */
    public synchronized void keepCalls(int most) {
        mostCalls = most;
        forget();
    }

    /** The requests received so far, in order of arrival: all of them, unless {@link #keepCalls} says otherwise. */
    public synchronized List<ReceivedCall> calls() {
        return List.copyOf(calls);
    }

    /** Stops at once; requests under way are cut. */
    @Override
    public void close() {
        server.stop();
    }

    private SimulatedAnswer answer(RawRequest raw) throws InterruptedException {
        RequestHandler handler = router.handler(raw.path());
        HandledRequest request = handler.read(raw);
        SimulatedAnswer answer = arrive(request.call(), handler == gateway).meet(request, () -> serve(request));
        observer.accept(new AnsweredCall(request.call(), answer));
        return answer;
    }

    private static SimulatedAnswer serve(HandledRequest request) {
        try {
            return request.answer();
        } catch (ServiceRefusal e) {
            return request.refusal(e);
        } catch (RuntimeException | Error e) {
            return request.refusal(GatewayRefusal.broken(e));
        }
    }

    private synchronized Fault arrive(ReceivedCall call, boolean isLimited) {
        calls.add(call);
        forget();
        if (isLimited && !quota.admits()) {
            throttled++;
            return Fault.THROTTLE;
        }
        return plan.next(call.action());
    }

    private void forget() {
        while (calls.size() > mostCalls) {
            calls.remove();
        }
    }
}
