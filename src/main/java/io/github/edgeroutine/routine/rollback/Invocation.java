// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import java.time.Instant;

/**
 * One call of Maven, and one of its modules.
 *
 * @param id the same in all modules; a later call has a greater id
 * @param module {@code groupId:artifactId}, or the directory without a POM
 */
public record Invocation(String id, String module) {

    /** Milliseconds have thirteen digits until the year 2286, so the ids sort by time. */
    public static String id(Instant start, String random) {
        return start.toEpochMilli() + "-" + random;
    }
}
