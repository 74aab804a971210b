// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary: routine, code revision and environment, and the operations of the service. It does not use Maven
 * or the network. All values are non-null unless the comment says otherwise.
 */
package io.github.edgeroutine.routine;
