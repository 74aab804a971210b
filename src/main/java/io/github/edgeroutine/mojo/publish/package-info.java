// SPDX-License-Identifier: Apache-2.0
/** Classes for the goals that publish: their parameters, their reports, and waiting publishes. */
package io.github.edgeroutine.mojo.publish;
