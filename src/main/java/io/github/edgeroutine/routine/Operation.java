// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** One operation of the service with its arguments. An adapter can send it. */
@FunctionalInterface
public interface Operation<T> {

    /**
     * Sends it once and reads the answer. Each further call sends it again.
     *
     * @throws CallFailedException if the service refused, could not be reached, or gave an answer that does not
     * prove success
     */
    T send() throws CallFailedException;
}
