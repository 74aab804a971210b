package io.github.edgeroutine.simulator;

import java.util.Objects;

/**
 * One kept revision of a routine's code.
 *
 * @param id text, never a number: 19 digits do not fit a double
 * @param description plain text; the wire carries it in Base64
 * @param creationTime such as {@code 2021-05-31T13:20:14Z}
 */
record Revision(String id, String description, String creationTime) {

    Revision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(creationTime, "creationTime");
    }
}
