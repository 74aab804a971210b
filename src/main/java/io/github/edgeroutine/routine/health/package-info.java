// SPDX-License-Identifier: Apache-2.0
/** What must hold after a publish: probes, and the gate that puts them. */
package io.github.edgeroutine.routine.health;
