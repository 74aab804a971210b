// SPDX-License-Identifier: Apache-2.0
/** Takes back what an earlier run published, from what is remembered of it. */
package io.github.edgeroutine.routine.rollback;
