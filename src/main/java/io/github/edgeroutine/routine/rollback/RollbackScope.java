// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import java.util.Set;

/**
 * The build in which a rollback runs, as one of its modules sees it. Modules are named as in {@link Run#modules}.
 *
 * @param invocation the id of this build
 * @param module the one that the goal runs in
 * @param modules all that are selected
 * @param withoutTurn the module, and those that the goal does not run in because their POMs name no routine
 * @param takenBack the invocations that this build takes back, at one endpoint with one account: empty until the first
 *     module has found them, and shared by all modules
 */
public record RollbackScope(
        String invocation, String module, Set<String> modules, Set<String> withoutTurn, Set<String> takenBack) {}
