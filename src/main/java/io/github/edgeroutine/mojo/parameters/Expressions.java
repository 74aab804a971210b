// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.util.Optional;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Evaluates an expression of the POM at this point of the build, as Maven does for simple parameters. */
public record Expressions(GoalContext goal) {

    /** Empty for an expression without a value. */
    Optional<String> value(String text) {
        try {
            return Optional.ofNullable(
                            new PluginParameterExpressionEvaluator(goal.session(), goal.execution()).evaluate(text))
                    .map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }
}
