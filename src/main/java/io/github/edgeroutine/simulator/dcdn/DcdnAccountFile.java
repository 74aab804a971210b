// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The JSON file that keeps an account from one build to the next. */
final class DcdnAccountFile {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .create();

    private record Stored(Map<String, SimulatedRoutine> routines) {

        Stored {
            routines = new LinkedHashMap<>(routines);
            routines.values().forEach(routine -> Objects.requireNonNull(routine, "routine"));
        }
    }

    private DcdnAccountFile() {}

    static Map<String, SimulatedRoutine> read(Path file) throws IOException {
        try {
            return Objects.requireNonNull(GSON.fromJson(Files.readString(file), Stored.class), "empty file")
                    .routines();
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (CharacterCodingException | RuntimeException e) {
            // Gson throws a plain RuntimeException where the constructor of a record refuses a value.
            throw new IOException("the simulated account in " + file + " is damaged: delete the file", e);
        }
    }

    static void write(Path file, Map<String, SimulatedRoutine> routines) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path whole = Files.createTempFile(directory, "account", ".tmp");
        try {
            Files.writeString(whole, GSON.toJson(new Stored(routines)) + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
