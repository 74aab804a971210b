// SPDX-License-Identifier: Apache-2.0
/** The simulator as a server for other tools: its settings, its file, and the server until Ctrl-C. */
package io.github.edgeroutine.mojo.simulator;
