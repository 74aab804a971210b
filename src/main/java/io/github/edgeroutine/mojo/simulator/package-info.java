// SPDX-License-Identifier: Apache-2.0
/** The simulator as a server for other tools: what the user asks of it, its file, and its life until Ctrl-C. */
package io.github.edgeroutine.mojo.simulator;
