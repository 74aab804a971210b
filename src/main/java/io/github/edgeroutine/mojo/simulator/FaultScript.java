// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults in a file, one line for each operation. Empty lines and lines with # at the start are ignored. */
record FaultScript(List<FaultLine> lines) {

    private static final String PARAMETER = "faultsFile";

    static final FaultScript NONE = new FaultScript(List.of());

    /**
     * @param operations of the simulator @param seed of random faults @return empty after an error of the configuration
     */
    static Optional<FaultScript> read(Path file, Set<String> operations, long seed, ParameterErrors errors) {
        Optional<List<String>> text = errors.read(PARAMETER, () -> lines(file));
        List<FaultLine> lines = new ArrayList<>();
        int number = 0;
        boolean isRight = text.isPresent();
        for (String line : text.orElse(List.of())) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                int at = number;
                Optional<FaultLine> read =
                        errors.read(PARAMETER, () -> FaultLine.parse(at, line.strip(), operations, seed));
                read.ifPresent(lines::add);
                isRight &= read.isPresent();
            }
        }
        return isRight ? Optional.of(new FaultScript(List.copyOf(lines))) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("is not a file: " + file);
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getClass().getSimpleName() + "): " + file, e);
        }
    }

    void into(Simulator simulator) {
        lines.forEach(line -> line.into(simulator));
    }
}
