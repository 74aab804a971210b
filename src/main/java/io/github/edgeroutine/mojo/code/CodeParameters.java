// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;

/**
 * The parameters of the code check. Before the check, each text may be {@code null} or invalid.
 *
 * @param node how the code is run
 */
public record CodeParameters(String codeCheck, String runCheck, NodeParameters node) {

    /** Adds every error. */
    public void check(ParameterErrors faults) {
        faults.require("codeCheck", codeCheck, "give fail, warn or off", Strictness::parse);
        faults.require("runCheck", runCheck, "give auto, require or off", CheckMode::parse);
        node.check(faults);
    }

    /** Requires valid parameters. */
    public CodeGate gate(GoalContext goal) {
        return new CodeGate(
                goal,
                Strictness.parse(codeCheck.strip()),
                CheckMode.parse(runCheck.strip()),
                node.search(goal),
                node.hosts());
    }
}
