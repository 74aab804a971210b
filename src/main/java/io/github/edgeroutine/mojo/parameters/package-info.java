// SPDX-License-Identifier: Apache-2.0
/** Reads what the user wrote: the command line beats the POM, and every fault of it comes in one message. */
package io.github.edgeroutine.mojo.parameters;
