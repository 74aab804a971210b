// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One request of a probe.
 *
 * @param took the time until the answer or the timeout
 * @param status of the answer; empty without an answer
 */
public record ProbePut(Instant at, Duration took, OptionalInt status) {}
