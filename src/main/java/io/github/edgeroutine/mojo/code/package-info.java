// SPDX-License-Identifier: Apache-2.0
/** Checks code before it is uploaded, and serves it on this machine. */
package io.github.edgeroutine.mojo.code;
