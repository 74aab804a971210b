// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.Rollout;
import java.time.Duration;
import java.util.List;

/**
 * The parameter {@code <verifyTimeout>}: together with the probes, in each step of a rollout, it must be shorter than
 * the timeout of the goal.
 */
public record VerifyTimeout(String verifyTimeout, ConnectionParameters connection) {

    /** @return zero after an error */
    public Duration read(List<Probe> probes, Rollout rollout, ParameterErrors faults) {
        Duration patience = faults.read("verifyTimeout", () -> ParameterText.seconds(verifyTimeout, 0))
                .orElse(Duration.ZERO);
        Duration longest = rollout.longest(Probe.patience(probes).plus(patience));
        faults.read("timeout", connection::goal)
                .filter(limit -> longest.compareTo(limit) > 0)
                .ifPresent(limit -> faults.add("timeout", tooShort(limit, longest, probes, rollout)));
        return patience;
    }

    private static String tooShort(Duration limit, Duration longest, List<Probe> probes, Rollout rollout) {
        String needed = longest.toSeconds() + " seconds";
        if (rollout.hasSteps()) {
            return "is " + limit.toSeconds() + " seconds, but the pauses of <rollout> with <verifyTimeout>"
                    + " (-Dedge-routine.verifyTimeout) and the timeouts of <probes> in each step are " + needed
                    + " together: raise <timeout>, or lower the others";
        }
        return "is " + limit.toSeconds() + " seconds, but "
                + (Probe.patience(probes).isZero()
                        ? "<verifyTimeout> (-Dedge-routine.verifyTimeout) is " + needed
                                + ": raise <timeout>, or lower <verifyTimeout>"
                        : "<verifyTimeout> (-Dedge-routine.verifyTimeout) and the timeouts of <probes> are " + needed
                                + " together: raise <timeout>, or lower the others");
    }
}
