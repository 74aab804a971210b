// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;

/**
 * What the user wrote about the check of code. Each text may be {@code null} or wrong until it is checked.
 *
 * @param node how the code is run
 */
public record CodeParameters(String codeCheck, String runCheck, NodeParameters node) {

    /** Notes every fault. */
    public void check(ParameterErrors faults) {
        faults.require("codeCheck", codeCheck, "give fail, warn or off", Strictness::parse);
        faults.require("runCheck", runCheck, "give auto, require or off", CheckMode::parse);
        node.check(faults);
    }

    /** Of parameters without a fault. */
    public CodeGate gate(GoalContext goal) {
        return new CodeGate(
                goal,
                Strictness.parse(codeCheck.strip()),
                CheckMode.parse(runCheck.strip()),
                node.search(goal),
                node.hosts());
    }
}
