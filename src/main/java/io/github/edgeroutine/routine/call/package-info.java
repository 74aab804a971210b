// SPDX-License-Identifier: Apache-2.0
/** Calls the service: retries, checks the state after a failed write, logs, and limits the time of the goal. */
package io.github.edgeroutine.routine.call;
