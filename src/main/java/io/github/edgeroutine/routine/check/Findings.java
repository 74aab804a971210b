// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import java.util.List;

/**
 * What a check of the service came to, in sentences.
 *
 * @param faults for which a goal would certainly fail
 * @param gaps what could not be checked, and why
 * @param facts what was seen
 * @param isAnswered whether the service answers this key at all, so that it can be asked more
 */
public record Findings(List<String> faults, List<String> gaps, List<String> facts, boolean isAnswered) {

    public Findings {
        faults = List.copyOf(faults);
        gaps = List.copyOf(gaps);
        facts = List.copyOf(facts);
    }
}
