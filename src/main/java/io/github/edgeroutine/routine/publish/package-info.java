// SPDX-License-Identifier: Apache-2.0
/** Publishes: from the request to the plan, the run and the outcome. */
package io.github.edgeroutine.routine.publish;
