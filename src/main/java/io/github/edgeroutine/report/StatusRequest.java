// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.RoutineName;

/**
 * What is to be shown of a routine.
 *
 * @param json for programs, instead of a table for people
 */
public record StatusRequest(RoutineName routine, boolean json) {}
