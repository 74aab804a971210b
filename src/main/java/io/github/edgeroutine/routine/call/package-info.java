// SPDX-License-Identifier: Apache-2.0
/** Calls the service: repeats what may be repeated, looks after a write that failed, logs, and keeps the time of the goal. */
package io.github.edgeroutine.routine.call;
