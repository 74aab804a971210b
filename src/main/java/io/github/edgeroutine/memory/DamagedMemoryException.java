// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.memory;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should contain a memory, but contains something else. */
final class DamagedMemoryException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedMemoryException(Path file) {
        super(file
                + " is damaged, so it is not known what ran before the last publish: delete the file, and set"
                + " {codeRevision} and {environments} for a rollback");
    }
}
