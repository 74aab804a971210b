// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What differs between services. The decisions ask for it and know no service by its name. All of it is known without a call.
 *
 * @param console where the service shows its routines, as a sentence calls it
 * @param endpoint the address of the service, if the user gives no other one
 * @param environments all that a routine has, in the order in which they are published one after the other; empty if the list
 *     is open, because the service adds canary regions
 * @param revisionLimit how many revisions the service keeps of a routine; empty if that differs between accounts
 * @param defaultKeep how many of the newest revisions a prune keeps, if the user does not say: fewer than the service keeps
 * @param largestCode how many bytes the code may have at most; empty if that is not known
 * @param largestAsset how many bytes a static file may have at most; empty if a revision holds code alone
 * @param insteadOfSettings where a user does what settings of environments are for, as a sentence; empty if the service has them
 * @param abilities what not every service can do
 */
public record ServiceTraits(
        String console,
        String endpoint,
        List<Environment> environments,
        OptionalInt revisionLimit,
        int defaultKeep,
        OptionalInt largestCode,
        OptionalInt largestAsset,
        Optional<String> insteadOfSettings,
        Set<Ability> abilities) {

    /** Something that a service can do, and another one cannot. */
    public enum Ability {
        /** Publish to several environments in one call. */
        PUBLISH_TO_SEVERAL,
        /** Let several revisions share the traffic of an environment. */
        SPLIT_TRAFFIC,
        /** Run uploaded code in staging at once, before a revision is made of it. */
        STAGE_BY_UPLOAD,
        /** Give a revision, when it is made, the function variables of an environment. */
        VARIABLES,
        /** Run code that is a module, and not only a script. */
        MODULES
    }

    /** @throws IllegalArgumentException if a prune would never make room */
    public ServiceTraits {
        environments = List.copyOf(environments);
        abilities = Set.copyOf(abilities);
        if (defaultKeep < 0 || revisionLimit.isPresent() && defaultKeep >= revisionLimit.getAsInt()) {
            throw new IllegalArgumentException("wrong number of revisions to keep");
        }
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    public boolean hasSettings() {
        return insteadOfSettings.isEmpty();
    }

    /** Whether a routine may have an environment of this name. Where the list is open, only the routine itself tells. */
    public boolean mayHave(String name) {
        return environments.isEmpty()
                ? Environment.canBeNamed(name)
                : environments.stream()
                        .anyMatch(environment -> environment.name().equals(name));
    }

    /** @throws IllegalArgumentException if no routine can have such an environment; the message quotes the name */
    public Environment environment(String name) {
        if (!mayHave(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a valid environment name. Use" + " " + anyEnvironment());
        }
        return new Environment(name);
    }

    /** The names that an environment can have, within a sentence. */
    public String anyEnvironment() {
        return environments.isEmpty()
                ? "staging, production or a canary region such as presetCanaryZhejiang"
                : environments.stream().map(Environment::name).collect(joining(" or "))
                        + " (this service has no other environments)";
    }

    /** Whether a routine may have canary regions, which a publish to production does not reach. */
    public boolean mayHaveCanaries() {
        return environments.isEmpty() || environments.stream().anyMatch(Environment::isCanary);
    }
}
