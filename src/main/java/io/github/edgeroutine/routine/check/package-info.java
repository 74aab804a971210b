// SPDX-License-Identifier: Apache-2.0
/** Whether the service will take what goals are going to ask of it, found out by reads alone. */
package io.github.edgeroutine.routine.check;
