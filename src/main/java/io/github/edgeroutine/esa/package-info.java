// SPDX-License-Identifier: Apache-2.0
/** The operations of ESA Edge Routine, version 2024-09-10, and how their answers are read. */
package io.github.edgeroutine.esa;
