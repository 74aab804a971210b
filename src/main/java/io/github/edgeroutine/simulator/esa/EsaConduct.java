// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

/** Other valid behaviours of the service. For unusual answers see {@link OddEsaAnswer}. */
public enum EsaConduct {
    /** The store answers 204 to a form with code, without the reply of a callback. */
    STORE_ANSWERS_204,
    /** The store answers 200 without a body. */
    STORE_ANSWERS_EMPTY_200,
    /** Until 2025 an upload needed no security token. */
    NO_SECURITY_TOKEN,
    /** The documents show an empty security token. */
    EMPTY_SECURITY_TOKEN,
    /** Every archive becomes a version that cannot run. */
    PREPARATION_FAILS
}
