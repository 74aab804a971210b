// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.routine.ServiceTraits;

/**
 * How many of the newest revisions a prune keeps.
 *
 * @param written {@code null} for what suits the service
 */
public record KeepSetting(String written, ServiceTraits service) {

    /** Where nobody knows how many the service keeps: more than any service is known to keep. */
    private static final int MOST = 1000;

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    public int number() {
        return written == null
                ? service.defaultKeep()
                : ParameterText.number(written, 0, service.revisionLimit().orElse(MOST));
    }
}
