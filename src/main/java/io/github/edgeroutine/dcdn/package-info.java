// SPDX-License-Identifier: Apache-2.0
/** The operations of DCDN Edge Routine, version 2018-01-15, and the readers of their answers. */
package io.github.edgeroutine.dcdn;
