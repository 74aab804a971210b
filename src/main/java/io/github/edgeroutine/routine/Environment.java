// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * The name of an environment of a routine: {@code staging}, {@code production} or a canary region such as
 * {@code presetCanaryZhejiang}. There is no list of regions here, because documents spell them in different ways.
 * Only the service knows the correct names.
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

    /** Letters of any language are allowed, because the names of future regions are not known. */
    public static boolean canBeNamed(String name) {
        return name.matches("[\\p{L}\\p{M}\\p{N}._-]{1,128}");
    }

    public boolean isStaging() {
        return name.equals("staging");
    }

    public boolean isProduction() {
        return name.equals("production");
    }

    /** Whether it is a canary region, which gets new code at another time than production. */
    public boolean isCanary() {
        return !isStaging() && !isProduction();
    }

    @Override
    public String toString() {
        return name;
    }
}
