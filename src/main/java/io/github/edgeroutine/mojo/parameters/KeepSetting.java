// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.routine.ServiceTraits;
import java.util.OptionalInt;

/**
 * How many of the newest revisions a prune keeps.
 *
 * @param written {@code null} for the default of the service
 */
public record KeepSetting(String written, ServiceTraits service) {

    /** The limit if the number of the service is not known. No known service keeps so many. */
    private static final int MOST = 1000;

    /**
     * Reads it.
     *
     * @return empty for the default of the service
     * @throws IllegalArgumentException as {@link ParameterText} does
     */
    public OptionalInt number() {
        return written == null
                ? OptionalInt.empty()
                : OptionalInt.of(
                        ParameterText.number(written, 0, service.revisionLimit().orElse(MOST)));
    }
}
