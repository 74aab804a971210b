// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import java.util.List;

/**
 * The results of a check of the service, in sentences.
 *
 * @param faults problems for which a goal would certainly fail
 * @param gaps what could not be checked, and why
 * @param facts what the check found
 * @param isAnswered whether the service answers this key, so that more checks are possible
 */
public record Findings(List<String> faults, List<String> gaps, List<String> facts, boolean isAnswered) {

    public Findings {
        faults = List.copyOf(faults);
        gaps = List.copyOf(gaps);
        facts = List.copyOf(facts);
    }
}
