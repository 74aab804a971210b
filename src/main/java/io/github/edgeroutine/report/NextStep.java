// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

/**
 * What the user can run next.
 *
 * @param purpose what it is for, as a heading
 * @param command one line to copy
 */
public record NextStep(String purpose, String command) {}
