// SPDX-License-Identifier: Apache-2.0
/** Checks with reads only whether the service will accept the requests of goals. */
package io.github.edgeroutine.routine.check;
