// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.List;

/**
 * What the POM of a module says of one goal of an execution.
 *
 * @param name of the routine; empty where the POM gives none
 * @param text of each parameter that is compared, empty where the POM does not give it
 */
record PomExecution(String module, String goal, String id, String name, List<String> text) {

    /** Whether it is for the routine, or for any, because the POM gives no name. */
    boolean isOf(String routine) {
        return name.isEmpty() || name.equals(routine);
    }
}
