// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import java.util.Set;

/**
 * The build of a rollback, and one of its modules. Modules are named as in {@link Run#modules}.
 *
 * @param invocation the id of this build
 * @param module the module of the goal
 * @param modules all selected modules
 * @param withoutTurn the module of the goal, and the modules without a routine in the POM, where the goal does not run
 * @param takenBack the invocations that this build undoes, at one endpoint with one account: empty until the first
 * module has found them, and shared by all modules
 */
public record RollbackScope(
        String invocation, String module, Set<String> modules, Set<String> withoutTurn, Set<String> takenBack) {}
