// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where to publish.
 *
 * @param all production and every canary that the routine has
 * @param named more environments, in the order of publishing; repetitions are dropped
 */
public record Targets(boolean all, List<Environment> named) {

    private static final String ALL = "all";

    public Targets {
        named = named.stream().distinct().toList();
        if (!all && named.isEmpty()) {
            throw new IllegalArgumentException("a publish needs an environment");
        }
    }

    /**
     * Reads names leniently: surrounding space, blank entries and repetitions are dropped. A service with a fixed
     * list of environments defines the order.
     *
     * @param written {@code all} means production and every canary; may contain {@code null}, which counts as blank
     * @param service which environments there are
     * @throws IllegalArgumentException if nothing is left or a name is not a valid environment name; the message is
     * the rest of a sentence
     */
    public static Targets parse(Collection<String> written, ServiceTraits service) {
        List<String> names = written.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "is missing: name at least one environment, such as staging or production");
        }
        List<String> wrong = names.stream()
                .filter(name -> !name.equals(ALL) && !service.mayHave(name))
                .map(name -> "'" + name + "'")
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("contains " + String.join(", ", wrong)
                    + (wrong.size() == 1
                            ? ", which is not a valid environment name. Use "
                            : ", which are not valid environment names. Use ")
                    + service.anyEnvironment());
        }
        boolean all = names.contains(ALL);
        List<Environment> named = names.stream()
                .filter(name -> !name.equals(ALL))
                .map(Environment::new)
                .toList();
        if (service.environments().isEmpty()) {
            return new Targets(all, named);
        }
        return new Targets(
                false,
                service.environments().stream()
                        .filter(each -> named.contains(each) || all && !each.isStaging())
                        .toList());
    }

    /** The environments of a routine that are meant. */
    List<Environment> among(Collection<Environment> existing) {
        return Stream.concat(named.stream(), all ? allOf(existing) : Stream.of())
                .distinct()
                .toList();
    }

    private static Stream<Environment> allOf(Collection<Environment> existing) {
        return existing.stream().filter(environment -> !environment.isStaging());
    }

    /** Whether both mean the same environments for every routine. */
    boolean areThoseOf(Targets other) {
        return all == other.all && beside().equals(other.beside());
    }

    /** The environments that {@code all} does not include. */
    private Set<Environment> beside() {
        return named.stream()
                .filter(environment -> !all || environment.isStaging())
                .collect(toSet());
    }

    /** Whether other environments than staging are included. */
    public boolean reachUsers() {
        return all || named.stream().anyMatch(environment -> !environment.isStaging());
    }

    @Override
    public String toString() {
        Stream<String> everywhere = Stream.of("production and every canary").filter(words -> all);
        return Stream.concat(everywhere, named.stream().map(Environment::name)).collect(joining(", "));
    }
}
