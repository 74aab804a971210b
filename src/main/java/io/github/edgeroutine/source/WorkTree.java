// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The working tree of Git that contains a directory. */
public final class WorkTree {

    static final String GIT = ".git";

    private WorkTree() {}

    /** The nearest directory, from the given one upwards, that contains {@code .git}. */
    public static Optional<Path> of(Path directory) {
        return Stream.iterate(directory.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(each -> Files.exists(each.resolve(GIT)))
                .findFirst();
    }
}
