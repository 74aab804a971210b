// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * The name of an environment of a routine: {@code staging}, {@code production} or a canary region such as
 * {@code presetCanaryZhejiang}. No list of regions is built in: their spellings differ between the documents, and the
 * service is the authority.
 *
 * @param name the name, never {@code null}
 */
public record Environment(String name) {

    /** @throws IllegalArgumentException if no environment can have this name; the message quotes it */
    public Environment {
        if (!canBeNamed(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of an environment");
        }
    }

    /** Letters of any language: nobody knows how the service names its next region. */
    public static boolean canBeNamed(String name) {
        return name.matches("[\\p{L}\\p{M}\\p{N}._-]{1,128}");
    }

    public boolean isStaging() {
        return name.equals("staging");
    }

    public boolean isProduction() {
        return name.equals("production");
    }

    /** Whether it is a region that left production to get new code earlier, or later. */
    public boolean isCanary() {
        return !isStaging() && !isProduction();
    }

    @Override
    public String toString() {
        return name;
    }
}
