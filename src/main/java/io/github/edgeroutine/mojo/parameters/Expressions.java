// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** What a text of the POM comes to at this point of the build, as Maven sees it for simple parameters. */
public record Expressions(MavenSession session, MojoExecution execution) {

    /** Empty if it is an expression without a value. */
    Optional<String> value(String text) {
        try {
            return Optional.ofNullable(new PluginParameterExpressionEvaluator(session, execution).evaluate(text))
                    .map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }
}
