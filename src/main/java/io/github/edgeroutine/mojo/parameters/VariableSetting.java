// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.routine.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Reads {@code <variables>} and {@code <secrets>} of the POM.
 *
 * @param password of a server of settings.xml, by its id; it throws {@link IllegalArgumentException} with the rest of a
 *     sentence, like the other one
 * @param environmentVariable its value, by its name
 */
public record VariableSetting(
        GoalContext goal, UnaryOperator<String> password, UnaryOperator<String> environmentVariable) {

    private static final String VARIABLES = "variables";
    private static final String SECRETS = "secrets";

    /**
     * @param variables may be {@code null} @param secrets may be {@code null} @return the valid ones; the errors of the
     *     others are added
     */
    public Map<String, Variable> read(
            PlexusConfiguration variables, PlexusConfiguration secrets, ParameterErrors faults) {
        Map<String, Variable> all = new LinkedHashMap<>();
        if (!goal.service().can(Ability.VARIABLES)) {
            faults.addInPom(VARIABLES, "cannot be set, because this service has no function variables");
            return all;
        }
        for (NestedElement element : NestedElement.all(VARIABLES, variables, "variable", goal, faults)) {
            faults.readInPom(VARIABLES, () -> put(all, element.holds("name", "value"), this::plain));
        }
        for (NestedElement element : NestedElement.all(SECRETS, secrets, "secret", goal, faults)) {
            faults.readInPom(SECRETS, () -> put(all, element, this::secret));
        }
        if (isEmpty(variables) && isEmpty(secrets)) {
            faults.addInPom(VARIABLES, "is missing: name at least one <variable>, or one <secret> of <secrets>");
        }
        if (all.size() > Variable.MOST) {
            faults.addInPom(
                    VARIABLES,
                    "has " + all.size() + " variables with <secrets>, but an environment has at most " + Variable.MOST);
        }
        return all;
    }

    private static boolean isEmpty(PlexusConfiguration list) {
        return list == null || list.getChildCount() == 0;
    }

    /** Reads the content of an element for the variable with this name. */
    private interface Content {
        Variable of(String name, NestedElement element);
    }

    private static String put(Map<String, Variable> all, NestedElement element, Content content) {
        String kind = element.element().getName();
        String name = Variable.name(element.text("name")
                .orElseThrow(() -> new IllegalArgumentException("contains a <" + kind + "> without <name>")));
        if (all.put(name, content.of(name, element)) != null) {
            throw new IllegalArgumentException("names " + name + " twice");
        }
        return name;
    }

    private Variable plain(String name, NestedElement element) {
        return Variable.of(
                name,
                element.text("value")
                        .orElseThrow(() -> new IllegalArgumentException("contains no <value> for " + name)),
                false);
    }

    private Variable secret(String name, NestedElement element) {
        if (element.element().getChild("value", false) != null) {
            throw new IllegalArgumentException("sets a <value> for the secret " + name
                    + ", but the POM must not contain secrets: name a server of settings.xml with"
                    + " <serverId>, or an environment variable with <env>");
        }
        NestedElement secret = element.holds("name", "serverId", "env");
        Optional<String> server = secret.text("serverId");
        Optional<String> variable = secret.text("env");
        if (server.isPresent() == variable.isPresent()) {
            throw new IllegalArgumentException("must set exactly one of <serverId> and <env> for " + name);
        }
        return Variable.of(
                name,
                server.map(password).or(() -> variable.map(environmentVariable)).orElseThrow(),
                true);
    }
}
