// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.simulator.Fault;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault of a fault script.
 *
 * @param isLasting whether it applies to all later calls, or to a random part of them
 */
record ScriptedFault(Fault fault, boolean isLasting) {

    /** The faults as a user writes them. */
    static final String WORDS =
            "none, throttle, unknown, error 503 and a code, raw 502, truncated, cut, slow 2s or sometimes 10%"
                    + " cut. Write always before a fault that stays, and after behind a fault that comes after"
                    + " the operation";

    private static final Pattern LASTING =
            Pattern.compile("(?:always|sometimes (?<percent>100|[1-9]?[0-9])%) (?<fault>.+)");
    private static final Pattern AFTER = Pattern.compile("(?<fault>.+) after");
    private static final Pattern ERROR = Pattern.compile("error (?<status>[45][0-9]{2}) (?<code>[A-Za-z0-9._]{1,100})");
    private static final Pattern RAW = Pattern.compile("raw (?<status>200|[45][0-9]{2})");
    private static final Pattern SLOW = Pattern.compile("slow (?<count>[0-9]{1,5})(?<unit>ms|s)");

    /**
     * @param text such as {@code cut after}, with single blanks
     * @param seed of random faults @throws IllegalArgumentException if the text is not a fault; without a message
     */
    static ScriptedFault parse(String text, long seed) {
        Matcher lasting = LASTING.matcher(text);
        if (!lasting.matches()) {
            return new ScriptedFault(fault(text), false);
        }
        Fault fault = fault(lasting.group("fault"));
        return new ScriptedFault(
                lasting.group("percent") == null
                        ? fault
                        : Fault.sometimes(Integer.parseInt(lasting.group("percent")) / 100.0, seed, fault),
                true);
    }

    private static Fault fault(String text) {
        Matcher after = AFTER.matcher(text);
        return after.matches() ? once(after.group("fault")).afterTheOperation() : once(text);
    }

    private static Fault once(String text) {
        Matcher error = ERROR.matcher(text);
        if (error.matches()) {
            return Fault.error(
                    Integer.parseInt(error.group("status")),
                    error.group("code"),
                    "(simulated) the fault script asks for it");
        }
        Matcher raw = RAW.matcher(text);
        if (raw.matches()) {
            return Fault.raw(
                    Integer.parseInt(raw.group("status")),
                    "text/html",
                    "<html><body>" + raw.group("status") + "</body></html>");
        }
        Matcher slow = SLOW.matcher(text);
        if (slow.matches()) {
            long count = Long.parseLong(slow.group("count"));
            return Fault.slow(slow.group("unit").equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count));
        }
        return switch (text) {
            case "none" -> Fault.NONE;
            case "throttle" -> Fault.THROTTLE;
            case "unknown" -> Fault.UNKNOWN_OPERATION;
            case "truncated" -> Fault.truncated();
            case "cut" -> Fault.cut();
            default -> throw new IllegalArgumentException();
        };
    }
}
