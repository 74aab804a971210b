// SPDX-License-Identifier: Apache-2.0
/** Probes that check a publish, and the gate that sends them. */
package io.github.edgeroutine.routine.health;
