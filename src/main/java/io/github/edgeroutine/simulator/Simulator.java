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

/** One endpoint on 127.0.0.1 for all its services, until it is closed. Its threads do not keep the JVM alive. */
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
     * @param key the only accepted key
     * @param services at least one, each with a different version
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no service, or if two have the same version or path
     */
    public static Simulator start(AccessKey key, SimulatedService... services) throws IOException {
        return start(key, Clock.systemUTC(), services);
    }

    /**
     * Starts to listen on a free port.
     *
     * @param key the only accepted key
     * @param clock gives the time of each request, to check expiry and throttling
     * @param services at least one, each with a different version
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no service, or if two have the same version or path
     */
    public static Simulator start(AccessKey key, Clock clock, SimulatedService... services) throws IOException {
        return start(0, List.of(key), clock, List.of(services));
    }

    /**
     * Starts to listen.
     *
     * @param port from 1 to 65535, or 0 for a free one
     * @param keys at least one; each is accepted with its own secret and security token
     * @param services at least one, each with a different version
     * @throws java.net.BindException if another program uses the port
     * @throws IOException if no port could be opened
     * @throws IllegalArgumentException if there is no key or no service, or if two have the same id, version or path
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

    /** Adds these faults to the script for all requests. Each of the next requests gets one of them, in this order. */
    public void script(Fault... faults) {
        script(FaultPlan.ANY, faults);
    }

    /**
     * Adds these faults to the script of one operation. The script for all requests does not change.
     *
     * @param action as in {@link ReceivedCall#action()}
     */
    public synchronized void script(String action, Fault... faults) {
        plan.add(action, faults);
    }

    /** After the end of the script, every request gets this fault, until {@link Fault#NONE} is set. */
    public void scriptForever(Fault fault) {
        scriptForever(FaultPlan.ANY, fault);
    }

    /**
     * After the end of the script of this operation, each of its requests gets this fault. Other operations do not
     * change this.
     */
    public synchronized void scriptForever(String action, Fault fault) {
        plan.forever(action, fault);
    }

    /** Changes every later answer in these ways. Without an argument, answers are normal again. */
    public void answerOddly(OddAnswer... ways) {
        gateway.answerOddly(Set.of(ways));
    }

    /** Limits the calls in each second from now on, and refuses the others. Only calls of operations count. */
    public synchronized void limit(int callsPerSecond) {
        quota = new CallQuota(callsPerSecond, clock);
    }

    /** The number of calls that the limit refused. */
    public synchronized int throttled() {
        return throttled;
    }

    /**
     * Calls the observer for every later request, just before its answer is sent. The observer is called from several
     * threads.
     */
    public void observe(Consumer<AnsweredCall> observer) {
        this.observer = observer;
    }

    /**
     * Keeps only this number of requests from now on, so that a simulator can run for days without using more memory.
     */
    public synchronized void keepCalls(int most) {
        mostCalls = most;
        forget();
    }

    /** The received requests, in order of arrival. {@link #keepCalls} can limit them. */
    public synchronized List<ReceivedCall> calls() {
        return List.copyOf(calls);
    }

    /** Stops at once. Running requests are interrupted. */
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
