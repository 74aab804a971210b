// SPDX-License-Identifier: Apache-2.0
/** The key that signs the calls: its owner and its possible permissions. */
package io.github.edgeroutine.routine.key;
