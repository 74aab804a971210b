// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.source.CodeFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of the goal as the user wrote them.
 *
 * @param watch {@code null} if only the file with the code is watched
 */
public record ServerParameters(File codeFile, String port, File watch, NodeParameters node) {

    /** Adds every error. The result is valid only without errors. */
    Optional<ServerSettings> read(GoalContext goal, ParameterErrors errors) {
        errors.read(
                "codeFile",
                () -> CodeFile.read(codeFile.toPath(), goal.service().largestCode()));
        Optional<Integer> number = errors.read("port", () -> ParameterText.number(port, 0, 65535));
        if (watch != null && !watch.isDirectory()) {
            errors.add("watch", "is not a directory: " + watch);
        }
        node.check(errors);
        return number.map(
                given -> new ServerSettings(codeFile.toPath(), given, watched(), node.search(goal), node.hosts()));
    }

    private List<Path> watched() {
        return Stream.of(Optional.of(codeFile), Optional.ofNullable(watch))
                .flatMap(Optional::stream)
                .map(File::toPath)
                .toList();
    }
}
