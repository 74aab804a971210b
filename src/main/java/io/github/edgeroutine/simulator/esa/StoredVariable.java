// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.util.Objects;

/**
 * A function variable.
 *
 * @param type plain_text or secret_text
 * @param value empty for a secret: the simulator does not store secrets
 */
record StoredVariable(String type, String value) {

    static final String PLAIN = "plain_text";
    static final String SECRET = "secret_text";

    StoredVariable {
        Objects.requireNonNull(value, "value");
        if (!type.equals(PLAIN) && !(type.equals(SECRET) && value.isEmpty())) {
            throw new IllegalArgumentException("a variable of the type " + type);
        }
    }

    static StoredVariable of(String type, String value) {
        return new StoredVariable(type, type.equals(SECRET) ? "" : value);
    }
}
