// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the report remembers for a rollback.
 *
 * @param simulated whether it was a rehearsal, of which the real service knows nothing
 * @param before for each environment that a publish ever touched, what ran there before the last one that did
 */
public record LastPublish(RoutineName routine, boolean simulated, Map<Environment, CodeRevision> before) {

    private record Remembered(String routine, boolean simulated, Map<String, String> rollback) {}

    /** What ran before in the routine, if this is about it, and as simulated or real as that; nothing otherwise. */
    public Map<Environment, CodeRevision> before(RoutineName asked, boolean rehearsal) {
        return asked.equals(routine) && rehearsal == simulated ? before : Map.of();
    }

    /**
     * @return empty if there is no such file
     * @throws IOException if it cannot be read, or is no report; the message says what to do
     */
    public static Optional<LastPublish> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Remembered remembered = Json.GSON.fromJson(Files.readString(file, UTF_8), Remembered.class);
            if (remembered != null
                    && remembered.routine() != null
                    && remembered.rollback() != null
                    && !remembered.rollback().containsValue(null)) {
                Map<Environment, CodeRevision> before = new LinkedHashMap<>();
                remembered
                        .rollback()
                        .forEach((name, revision) -> before.put(new Environment(name), CodeRevision.parse(revision)));
                return Optional.of(
                        new LastPublish(new RoutineName(remembered.routine()), remembered.simulated(), before));
            }
        } catch (JsonParseException | IllegalArgumentException | CharacterCodingException e) {
            // Told below, like a file that is JSON and no report.
        }
        throw Report.noReport(file);
    }
}
