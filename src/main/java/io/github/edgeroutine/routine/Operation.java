// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** A call of {@link EdgeRoutines}, yet to be made. */
@FunctionalInterface
interface Operation<T> {

    T run() throws CallFailedException;
}
