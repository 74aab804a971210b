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
 * Something that goes wrong with one request. Unless said otherwise the operation is <em>not</em> carried out; see
 * {@link #afterTheOperation()} for the other case, the one that leaves a client in doubt.
 */
public final class Fault {

    @FunctionalInterface
    private interface Course {

        SimulatedAnswer take(HandledRequest request, Supplier<SimulatedAnswer> service) throws InterruptedException;
    }

    /** Nothing goes wrong; fills a place in a script. */
    public static final Fault NONE = new Fault("none", (request, service) -> service.get());

    /** The account makes too many calls. */
    public static final Fault THROTTLE = error(400, "Throttling.User", "Request was denied due to user flow control.");

    /** The gateway does not know the operation; for the one that is scripted, as a gateway of an earlier day. */
    public static final Fault UNKNOWN_OPERATION = refused(GatewayRefusal.unknownOperation());

    private final String name;
    private final Course course;

    private Fault(String name, Course course) {
        this.name = name;
        this.course = course;
    }

    /**
     * The service refuses, in the format that the request asks for and with a new request id. An object
     * store refuses in its own language, so the code should be one of its own there.
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

    /** The beginning of an answer with a larger Content-Length; then the connection is closed. */
    public static Fault truncated() {
        SimulatedAnswer beginning =
                new SimulatedAnswer(200, AnswerFormat.JSON.contentType(), "{\"RequestId\":\"0D1F6C5E-3A28-4C", 64);
        return new Fault("truncated", (request, service) -> beginning);
    }

    /** The connection is closed without any answer. */
    public static Fault cut() {
        return new Fault("cut", (request, service) -> SimulatedAnswer.NONE);
    }

    /** Everything is normal, only late; the operation is carried out at the end of the delay. */
    public static Fault slow(Duration delay) {
        return new Fault("slow " + delay, (request, service) -> {
            Thread.sleep(delay.toMillis());
            return service.get();
        });
    }

    /**
     * One of these faults by chance, most often none. The same seed gives the same sequence.
     *
     * @param share of the requests that meet one, from 0 to 1
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
     * The same fault, but first the request is checked and, if nothing is wrong with it, its operation carried out.
     * The service's own answer is lost, except behind {@link #slow}, which delays it.
     */
    public Fault afterTheOperation() {
        return new Fault(name + " after the operation", (request, service) -> {
            SimulatedAnswer answer = service.get();
            return course.take(request, () -> answer);
        });
    }

    /** The same fault, but first something happens, such as a change of the account that no client asked for. */
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
