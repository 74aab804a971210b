package io.github.edgeroutine.routine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

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
        if (!name.matches("[A-Za-z0-9._-]{1,128}")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no environment, which is staging, production or a canary such as"
                            + " presetCanaryZhejiang");
        }
    }

    /**
     * Tidies a list as people write it: surrounding space, blank entries and repetitions are dropped, the order stays.
     *
     * @param written may hold {@code null}, which counts as blank
     * @return names that may still be wrong
     */
    public static List<String> namesIn(Collection<String> written) {
        return written.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
