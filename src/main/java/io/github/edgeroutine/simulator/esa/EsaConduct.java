// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

/** Ways in which the service may behave, each as legal as the usual one. Odd answers are {@link OddEsaAnswer}. */
public enum EsaConduct {
    /** The store answers 204 to a form with code too, and not with the reply of a callback. */
    STORE_ANSWERS_204,
    /** The store answers 200 without a body. */
    STORE_ANSWERS_EMPTY_200,
    /** Until 2025 an upload needed no security token. */
    NO_SECURITY_TOKEN,
    /** The documents show a security token that is empty. */
    EMPTY_SECURITY_TOKEN,
    /** No archive makes a version that can run, whatever is in it. */
    PREPARATION_FAILS
}
