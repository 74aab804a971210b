// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should hold a memory, and holds something else. */
final class DamagedMemoryException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedMemoryException(Path file) {
        super(file
                + " does not hold what this plugin writes there, so what ran before the last publish is not known from"
                + " it: delete it, and give {codeRevision} and {environments} for a rollback");
    }
}
