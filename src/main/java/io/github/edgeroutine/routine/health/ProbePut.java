// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One time that a probe was put.
 *
 * @param took until the answer was there, or was not waited for any longer
 * @param status of the answer; empty if there was none
 */
public record ProbePut(Instant at, Duration took, OptionalInt status) {}
