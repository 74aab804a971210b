// SPDX-License-Identifier: Apache-2.0
/** The operations of DCDN Edge Routine, version 2018-01-15, and how their answers are read. */
package io.github.edgeroutine.dcdn;
