// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.List;

/**
 * One goal of an execution in the POM of a module.
 *
 * @param name of the routine; empty if the POM sets none
 * @param text of each compared parameter, empty if the POM does not set it
 */
record PomExecution(String module, String goal, String id, String name, List<String> text) {

    /** Whether it is for this routine, or for every routine because the POM sets no name. */
    boolean isOf(String routine) {
        return name.isEmpty() || name.equals(routine);
    }
}
