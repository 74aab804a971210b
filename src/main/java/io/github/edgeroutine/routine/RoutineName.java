// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * The name of an Edge Routine, unique within its Alibaba Cloud account. The console's page allows lower-case letters,
 * digits and hyphens; upper case, dots and underscores are allowed here too, because older routines may have such
 * names.
 *
 * @param text the name, never {@code null}
 */
public record RoutineName(String text) {

    /** @throws IllegalArgumentException if no routine can have this name; the message quotes it */
    public RoutineName {
        if (!text.matches("[A-Za-z0-9._-]{1,128}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a routine name: use letters, digits and hyphens, such as my-routine");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
