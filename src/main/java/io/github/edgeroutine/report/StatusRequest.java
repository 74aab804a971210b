// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.RoutineName;

/**
 * What the goal {@code status} shows of a routine.
 *
 * @param json JSON for programs, instead of a table for people
 */
public record StatusRequest(RoutineName routine, boolean json) {}
