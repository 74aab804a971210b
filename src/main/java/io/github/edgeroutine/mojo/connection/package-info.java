// SPDX-License-Identifier: Apache-2.0
/** Connects a goal to the service, real or simulated: credentials, proxy and time limits as Maven has them. */
package io.github.edgeroutine.mojo.connection;
