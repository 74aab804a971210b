// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** One operation of the service with its arguments, ready to be sent. An adapter knows how. */
@FunctionalInterface
public interface Operation<T> {

    /**
     * Sends it once and reads the answer. Each further call sends it again.
     *
     * @throws CallFailedException if the service refused, could not be reached or answered in a way that proves nothing
     */
    T send() throws CallFailedException;
}
