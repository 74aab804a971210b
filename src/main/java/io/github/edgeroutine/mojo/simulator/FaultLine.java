// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.simulator.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One line of a fault script: an operation, and the faults of its next calls.
 *
 * @param operation {@code *} for all operations without a line
 * @param next in order; only the last one may be lasting
 */
record FaultLine(String operation, List<ScriptedFault> next) {

    private static final String ALL = "*";

    /**
     * @param number of the line, for messages
     * @param operations of the simulator @throws IllegalArgumentException if the line is invalid; the message is the
     *     rest of a sentence that begins with the parameter
     */
    static FaultLine parse(int number, String line, Set<String> operations, long seed) {
        int colon = line.indexOf(':');
        String operation = line.substring(0, Math.max(colon, 0)).strip();
        if (operation.isEmpty()) {
            throw new IllegalArgumentException("has no operation in line " + number
                    + ": start the line with an operation or *, then a colon, such as DescribeRoutine: throttle, cut");
        }
        if (!operation.equals(ALL) && !operations.contains(operation)) {
            throw new IllegalArgumentException("names '" + operation + "' in line " + number
                    + ", which is not an operation of the simulator. Did you mean "
                    + Nearest.meant(operation, operations) + "?");
        }
        List<ScriptedFault> next = new ArrayList<>();
        for (String text : Arrays.asList(line.substring(colon + 1).split(",", -1))) {
            if (!next.isEmpty() && next.get(next.size() - 1).isLasting()) {
                throw new IllegalArgumentException("has a fault in line " + number
                        + " after one with always or sometimes, which must be the last in its line");
            }
            next.add(fault(number, text.strip().replaceAll("\\s+", " "), seed));
        }
        return new FaultLine(operation, List.copyOf(next));
    }

    private static ScriptedFault fault(int number, String text, long seed) {
        try {
            return ScriptedFault.parse(text, seed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "has '" + text + "' in line " + number + ", but must have " + ScriptedFault.WORDS, e);
        }
    }

    void into(Simulator simulator) {
        for (ScriptedFault each : next) {
            if (operation.equals(ALL)) {
                if (each.isLasting()) {
                    simulator.scriptForever(each.fault());
                } else {
                    simulator.script(each.fault());
                }
            } else if (each.isLasting()) {
                simulator.scriptForever(operation, each.fault());
            } else {
                simulator.script(operation, each.fault());
            }
        }
    }
}
