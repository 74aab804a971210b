// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;

/**
 * A way to answer that differs from the usual one and is as legal: the documents show it, a client of others reads it,
 * or servers of this kind do it.
 */
@FunctionalInterface
public interface OddAnswer {

    /** @param answer of an operation that went well; it is changed where this way applies to it */
    void bend(JsonObject answer);
}
