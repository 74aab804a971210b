// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.output;

import io.github.edgeroutine.report.PrettyJson;
import io.github.edgeroutine.report.WholeFile;
import io.github.edgeroutine.routine.GoalFailedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file with the result for programs, of a goal that is called by hand.
 *
 * @param file {@code null} for no file
 */
public record OutputFile(File file) {

    /**
     * @throws IllegalArgumentException if the file cannot be written, as far as that can be told before; the message is the
     *     rest of a sentence
     */
    public Optional<Path> path() {
        if (file != null && file.isDirectory()) {
            throw new IllegalArgumentException("is a directory: " + file + ". Give a file");
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    /** Writes the value as JSON in UTF-8, completely or not at all. */
    public void write(Object value) throws GoalFailedException {
        writeJson(PrettyJson.of(value));
    }

    /** @param json one JSON value */
    public void writeJson(String json) throws GoalFailedException {
        if (path().isEmpty()) {
            return;
        }
        try {
            WholeFile.write(path().get(), json + "\n");
        } catch (IOException e) {
            throw new GoalFailedException("The goal finished, but {outputFile} could not be written ("
                    + e.getClass().getSimpleName() + "): " + file + ". Give another file.");
        }
    }
}
