// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.util.Base64;
import java.util.Objects;

/**
 * One stored revision of a routine's code.
 *
 * @param id always text: a number with 19 digits does not fit a double
 * @param description plain text; answers contain it in Base64
 * @param creationTime such as {@code 2021-05-31T13:20:14Z}
 * @param code in Base64; missing in files of earlier versions, which counts as empty
 */
record StoredRevision(String id, String description, String creationTime, String code) {

    StoredRevision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(creationTime, "creationTime");
        code = Objects.requireNonNullElse(code, "");
        Base64.getDecoder().decode(code);
    }

    StoredRevision(String id, String description, String creationTime, byte[] code) {
        this(id, description, creationTime, Base64.getEncoder().encodeToString(code));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(code);
    }
}
