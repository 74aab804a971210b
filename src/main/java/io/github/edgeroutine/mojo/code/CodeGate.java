// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.local.CodeFinding;
import io.github.edgeroutine.local.CodeInspection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.source.CodeFile;
import java.util.List;

/** Keeps code that cannot run from being uploaded. */
public record CodeGate(GoalContext goal, Strictness look) {

    /** @throws GoalFailedException if the code cannot run; the message names the file, what is wrong and what to do */
    public void check(CodeFile code) throws GoalFailedException {
        if (look == Strictness.OFF) {
            return;
        }
        List<CodeFinding> findings = new CodeInspection(code, goal.service()).findings();
        String certain = findings.stream()
                .filter(CodeFinding::certain)
                .map(CodeFinding::words)
                .collect(joining("; "));
        if (look == Strictness.FAIL && !certain.isEmpty()) {
            throw new GoalFailedException("{codeFile} " + certain
                    + ". Nothing was uploaded. If the check is wrong about this file, set {codeCheck} to warn.");
        }
        findings.forEach(finding -> goal.log().warn("{codeFile} " + finding.words() + "."));
    }
}
