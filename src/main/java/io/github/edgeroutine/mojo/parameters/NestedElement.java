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
 * An element in a list such as {@code <probes>}. Maven would refuse an odd one in words of its own, so it is read here.
 * Each fault is an {@link IllegalArgumentException} whose message is the rest of a sentence.
 */
public record NestedElement(PlexusConfiguration element, Expressions expressions) {

    /**
     * The elements of a parameter that only the POM can give.
     *
     * @param list {@code null} for none
     * @param name of each element
     * @param faults hears what is wrong with the list; the result is empty then
     */
    static List<NestedElement> all(
            String parameter, PlexusConfiguration list, String name, GoalContext goal, ParameterErrors faults) {
        return faults.readInPom(parameter, () -> all(list, name, goal)).orElse(List.of());
    }

    /** As the other one; it throws what is wrong with the list. */
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

    /** Reads what stands in an element; a fault names the element. */
    static <T> T within(String element, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("contains a <" + element + "> that " + e.getMessage());
        }
    }

    /** @param names what may stand in it, each once */
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

    /** Without surrounding space; empty if there is none or nothing in it. */
    Optional<String> text(String name) {
        return child(name).map(this::text).filter(text -> !text.isEmpty());
    }

    /** Empty if the element is not there; an empty list if nothing is in it. */
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
