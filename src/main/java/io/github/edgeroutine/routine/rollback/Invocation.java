// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import java.time.Instant;

/**
 * One call of Maven, as a module of it sees it.
 *
 * @param id the same in all modules; a later call has a greater one
 * @param module {@code groupId:artifactId}, or the directory without a POM
 */
public record Invocation(String id, String module) {

    /** Milliseconds have thirteen digits until the year 2286, so that text compares as time does. */
    public static String id(Instant start, String random) {
        return start.toEpochMilli() + "-" + random;
    }
}
