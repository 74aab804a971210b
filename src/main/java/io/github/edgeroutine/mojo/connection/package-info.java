// SPDX-License-Identifier: Apache-2.0
/** Connects a goal to the real or the simulated service, with Maven's credentials, proxy and time limits. */
package io.github.edgeroutine.mojo.connection;
