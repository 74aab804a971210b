// SPDX-License-Identifier: Apache-2.0
/** What a goal prints besides its outcome: progress in the log, and lines on the standard output. */
package io.github.edgeroutine.mojo.output;
