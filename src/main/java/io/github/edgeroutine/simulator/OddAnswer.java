// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;

/**
 * An unusual but valid form of an answer. The documents show it, another client can read it, or it is common for
 * servers of this kind.
 */
@FunctionalInterface
public interface OddAnswer {

    /** @param answer of a successful operation; it is changed if this form applies to it */
    void bend(JsonObject answer);
}
