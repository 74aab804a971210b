// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request and its answer.
 *
 * @param call the received request
 * @param answer the answer, or {@link SimulatedAnswer#NONE}
 */
public record AnsweredCall(ReceivedCall call, SimulatedAnswer answer) {

    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** Quotation marks and brackets inside a text are escaped in both formats, so only the real id matches. */
    private static final Pattern REQUEST_ID =
            Pattern.compile("(?:\"RequestId\":\"|<RequestId>)([0-9A-Za-z-]{1,64})[\"<]");

    private static final Pattern CODE = Pattern.compile("(?:\"Code\":\"|<Code>)([A-Za-z0-9._]{1,100})[\"<]");

    /** The request id in the answer; empty if it has no request id. */
    public String requestId() {
        return found(REQUEST_ID);
    }

    /**
     * One line for a log: method, operation, outcome, request id. Only the method and the operation of the request are
     * in it, so no key and no signature is printed.
     */
    @Override
    public String toString() {
        String operation = OPERATION.matcher(call.action()).matches() ? call.action() : "(no operation)";
        String id = requestId().isEmpty() ? "" : ", request id " + requestId();
        return call.method() + " " + operation + ": " + outcome() + id;
    }

    private String outcome() {
        if (answer == SimulatedAnswer.NONE) {
            return "no answer";
        }
        String code = answer.status() < 400 ? "" : found(CODE);
        return answer.status() + (code.isEmpty() ? "" : " " + code) + (answer.missing() > 0 ? ", cut short" : "");
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(answer.body());
        return matcher.find() ? matcher.group(1) : "";
    }
}
