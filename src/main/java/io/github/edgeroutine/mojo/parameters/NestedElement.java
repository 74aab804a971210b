// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.Nearest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * An element in a list such as {@code <probes>}. It is read here, because Maven's messages about an invalid element do
 * not help. Methods throw an {@link IllegalArgumentException} whose message is the rest of a sentence.
 */
public record NestedElement(PlexusConfiguration element, Expressions expressions) {

    /**
     * The elements of a parameter that can be set only in the POM.
     *
     * @param list may be {@code null}
     * @param name of each element
     * @param faults gets the errors of the list; then the result is empty
     */
    static List<NestedElement> all(
            String parameter, PlexusConfiguration list, String name, GoalContext goal, ParameterErrors faults) {
        return faults.readInPom(parameter, () -> all(list, name, goal)).orElse(List.of());
    }

    /** The same, but throws the error of the list. */
    static List<NestedElement> all(PlexusConfiguration list, String name, GoalContext goal) {
        if (list == null) {
            return List.of();
        }
        if (list.getChildCount() == 0
                && list.getValue() != null
                && !list.getValue().isBlank()) {
            throw new IllegalArgumentException("contains a text, but must contain <" + name + "> elements");
        }
        for (PlexusConfiguration child : list.getChildren()) {
            if (!child.getName().equals(name)) {
                throw new IllegalArgumentException(
                        "contains <" + child.getName() + ">, but must contain <" + name + "> elements");
            }
        }
        Expressions expressions = new Expressions(goal);
        return Arrays.stream(list.getChildren())
                .map(child -> new NestedElement(child, expressions))
                .toList();
    }

    /** Reads the content of an element. The message of an error names the element. */
    static <T> T within(String element, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("contains a <" + element + "> that " + e.getMessage());
        }
    }

    /** @param names of the allowed elements, each at most once */
    NestedElement holds(String... names) {
        Set<String> seen = new HashSet<>();
        for (PlexusConfiguration child : element.getChildren()) {
            String name = child.getName();
            if (!List.of(names).contains(name)) {
                throw new IllegalArgumentException("contains <" + name + "> in <" + element.getName()
                        + ">, which is unknown: it may contain " + String.join(", ", names) + ". Did you mean <"
                        + Nearest.meant(name, List.of(names)) + ">?");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("contains <" + name + "> twice in <" + element.getName() + ">");
            }
        }
        if (element.getChildCount() == 0 && !text(element).isEmpty()) {
            throw new IllegalArgumentException(
                    "contains a text in <" + element.getName() + ">, which may contain " + String.join(", ", names));
        }
        return this;
    }

    /** The text without surrounding blanks. Empty if the element is missing or empty. */
    Optional<String> text(String name) {
        return child(name).map(this::text).filter(text -> !text.isEmpty());
    }

    /** Empty if the element is missing. An empty list if the element is empty. */
    Optional<List<String>> names(String name) {
        return child(name)
                .map(list -> list.getChildCount() == 0
                        ? ParameterText.names(List.of(text(list)))
                        : ParameterText.names(Arrays.stream(list.getChildren())
                                .map(this::text)
                                .toList()));
    }

    private Optional<PlexusConfiguration> child(String name) {
        return Optional.ofNullable(element.getChild(name, false));
    }

    private String text(PlexusConfiguration child) {
        if (child.getChildCount() > 0) {
            throw new IllegalArgumentException("contains <" + child.getChild(0).getName() + "> in <" + child.getName()
                    + ">, which may contain only a text");
        }
        String written = child.getValue("").strip();
        return expressions
                .value(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "contains a <" + child.getName() + "> that is " + written + ", which has no value"))
                .strip();
    }
}
