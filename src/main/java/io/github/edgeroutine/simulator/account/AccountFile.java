// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The JSON file that keeps an account between builds.
 *
 * @param file its path; missing directories are created
 * @param type a record that rejects invalid data
 */
public record AccountFile<T>(Path file, Class<T> type) {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .create();

    /**
     * The account from {@link #write}; empty if the file does not exist.
     *
     * @throws IOException if the file cannot be read or is invalid; the message names it and says what to do
     */
    public Optional<T> read() throws IOException {
        try {
            return Optional.of(Objects.requireNonNull(GSON.fromJson(Files.readString(file), type), "empty file"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException | RuntimeException e) {
            // If the constructor of a record throws, Gson throws a plain RuntimeException.
            throw new IOException("the simulated account in " + file + " is damaged: delete the file", e);
        }
    }

    /** @throws IOException if the file cannot be written; an existing file is then unchanged */
    public void write(T account) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path whole = Files.createTempFile(directory, "account", ".tmp");
        try {
            Files.writeString(whole, GSON.toJson(account) + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
