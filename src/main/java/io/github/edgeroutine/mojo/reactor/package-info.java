// SPDX-License-Identifier: Apache-2.0
/** Classes for several modules or goals of one build: the selected modules, the run, the preview of executions. */
package io.github.edgeroutine.mojo.reactor;
