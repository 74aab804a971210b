// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.AnswerFormat;
import io.github.edgeroutine.simulator.wire.HandledRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A fault for one request. By default the operation is <em>not</em> carried out. With {@link #afterTheOperation()} it
 * is, so the client does not know the result.
 */
public final class Fault {

    @FunctionalInterface
    private interface Course {

        SimulatedAnswer take(HandledRequest request, Supplier<SimulatedAnswer> service) throws InterruptedException;
    }

    /** No fault. It fills a place in a script. */
    public static final Fault NONE = new Fault("none", (request, service) -> service.get());

    /** The calls of the account are throttled. */
    public static final Fault THROTTLE = error(400, "Throttling.User", "Request was denied due to user flow control.");

    /** The gateway does not know the operation, like an older gateway. For the script of one operation. */
    public static final Fault UNKNOWN_OPERATION = refused(GatewayRefusal.unknownOperation());

    private final String name;
    private final Course course;

    private Fault(String name, Course course) {
        this.name = name;
        this.course = course;
    }

    /**
     * The service refuses, in the requested format and with a new request id. An object store answers in its own
     * format, so use one of its codes there.
     *
     * @param status of HTTP, such as 400
     * @param code such as {@code Throttling.User}
     */
    public static Fault error(int status, String code, String message) {
        return refused(new ServiceRefusal(status, code, message));
    }

    private static Fault refused(ServiceRefusal refusal) {
        return new Fault("error " + refusal.code(), (request, service) -> request.refusal(refusal));
    }

    /**
     * Exactly this answer, such as the HTML page of a proxy or an empty 200.
     *
     * @param contentType {@code null} sends no Content-Type
     */
    public static Fault raw(int status, String contentType, String body) {
        return new Fault("raw " + status, (request, service) -> new SimulatedAnswer(status, contentType, body));
    }

    /** Sends the beginning of an answer with a larger Content-Length, then closes the connection. */
    public static Fault truncated() {
        SimulatedAnswer beginning =
                new SimulatedAnswer(200, AnswerFormat.JSON.contentType(), "{\"RequestId\":\"0D1F6C5E-3A28-4C", 64);
        return new Fault("truncated", (request, service) -> beginning);
    }

    /** Closes the connection without an answer. */
    public static Fault cut() {
        return new Fault("cut", (request, service) -> SimulatedAnswer.NONE);
    }

    /** A normal but late answer. The operation is carried out at the end of the delay. */
    public static Fault slow(Duration delay) {
        return new Fault("slow " + delay, (request, service) -> {
            Thread.sleep(delay.toMillis());
            return service.get();
        });
    }

    /**
     * One of these faults at random, usually no fault. The same seed gives the same sequence.
     *
     * @param share of the requests with a fault, from 0 to 1
     */
    public static Fault sometimes(double share, long seed, Fault... faults) {
        Random random = new Random(seed);
        List<Fault> all = List.of(faults);
        return new Fault("sometimes " + all, (request, service) -> {
            double chance = random.nextDouble();
            Fault met = chance < share ? all.get((int) (chance / share * all.size())) : NONE;
            return met.meet(request, service);
        });
    }

    /**
     * The same fault, but the request is checked and its operation carried out before it. The service's own answer is
     * lost. Only {@link #slow} sends it late.
     */
    public Fault afterTheOperation() {
        return new Fault(name + " after the operation", (request, service) -> {
            SimulatedAnswer answer = service.get();
            return course.take(request, () -> answer);
        });
    }

    /** The same fault, but something happens before it, such as a change of the account by another client. */
    public Fault after(Runnable event) {
        return new Fault(name + " after an event", (request, service) -> {
            event.run();
            return course.take(request, service);
        });
    }

    SimulatedAnswer meet(HandledRequest request, Supplier<SimulatedAnswer> service) throws InterruptedException {
        return course.take(request, service);
    }

    @Override
    public String toString() {
        return "Fault[" + name + "]";
    }
}
