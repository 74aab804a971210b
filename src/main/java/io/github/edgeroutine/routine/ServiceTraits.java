// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The properties that differ between services. The decisions use these properties and not the name of a service.
 * They are known without a call.
 *
 * @param console the name of the service's console, for use in sentences
 * @param endpoint the default address of the service
 * @param environments all environments of a routine, in the order of publishing; empty if the list is open, because
 * the service adds canary regions
 * @param revisionLimit how many revisions of a routine the service keeps; empty if this differs between accounts
 * @param defaultKeep how many of the newest revisions a prune keeps by default: fewer than the service keeps
 * @param largestCode the largest size of the code in bytes; empty if it is not known
 * @param largestAsset the largest size of a static file in bytes; empty if the service has no static files
 * @param insteadOfSettings where a user can make these settings instead, as a sentence; empty if the service has
 * settings of environments
 * @param abilities what only some services can do
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

    /** Something that only some services can do. */
    public enum Ability {
        /** Publish to several environments in one call. */
        PUBLISH_TO_SEVERAL,
        /** Let several revisions share the traffic of an environment. */
        SPLIT_TRAFFIC,
        /** Run uploaded code in staging at once, before it is committed. */
        STAGE_BY_UPLOAD,
        /** Give a new revision the function variables of an environment. */
        VARIABLES,
        /** Run modules, not only scripts. */
        MODULES
    }

    /** @throws IllegalArgumentException if a prune would never delete anything */
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

    /**
     * Whether a routine may have an environment of this name. If the list is open, only the service knows the names.
     */
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
