// SPDX-License-Identifier: Apache-2.0
/** The operations of ESA Edge Routine, version 2024-09-10, and the readers of their answers. */
package io.github.edgeroutine.esa;
