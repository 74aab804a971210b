// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.Assets.NotFound;
import io.github.edgeroutine.source.AssetsDirectory;
import io.github.edgeroutine.source.CodeFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Reads which static files an upload sends. */
record AssetsParameters(GoalContext goal, ParameterErrors faults) {

    /**
     * @param directory may be {@code null} @param strategy what answers a request without a file; may be {@code null}
     * @return also empty after an error was added
     */
    Optional<Assets> read(File directory, Optional<CodeFile> code, String strategy) {
        String word = strategy == null ? "" : strategy.strip();
        if (directory == null) {
            if (!word.isEmpty()) {
                faults.add("notFoundStrategy", "is '" + word + "', but <assets> (-Dedge-routine.assets) is not set");
            }
            return Optional.empty();
        }
        Optional<AssetsDirectory> files = faults.read("assets", () -> read(directory.toPath()));
        Optional<NotFound> notFound =
                word.isEmpty() ? Optional.empty() : faults.read("notFoundStrategy", () -> NotFound.parse(word));
        return files.map(read -> new Assets(read.files(), code.map(CodeFile::content), notFound))
                .flatMap(assets -> faults.read("notFoundStrategy", () -> checked(assets)));
    }

    private AssetsDirectory read(Path directory) {
        int largest = goal.service()
                .largestAsset()
                .orElseThrow(() -> new IllegalArgumentException("is " + directory
                        + ", but this service has no static files: remove it, or set"
                        + " <service>esa</service> (-Dedge-routine.service=esa)"));
        AssetsDirectory read = AssetsDirectory.read(directory, largest);
        goal.log()
                .info("Assets: " + directory + " (files: " + read.files().size() + ", bytes: " + read.size()
                        + (read.leftOut() == 0 ? ")" : ", hidden files left out: " + read.leftOut() + ")"));
        return read;
    }

    private static Assets checked(Assets assets) {
        assets.notFound()
                .filter(strategy -> !assets.files().containsKey(strategy.file()))
                .ifPresent(strategy -> {
                    throw new IllegalArgumentException(
                            "is '" + strategy + "', but <assets> (-Dedge-routine.assets) holds no " + strategy.file());
                });
        return assets;
    }
}
