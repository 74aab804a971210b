// SPDX-License-Identifier: Apache-2.0
/** What spans several modules or goals of one build: the modules a call by hand reaches, the run, the publishes that wait for the end. */
package io.github.edgeroutine.mojo.reactor;
