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
 * The JSON file that keeps an account from one build to the next.
 *
 * @param file where it is; the directories above it are made
 * @param type a record that refuses what makes no account
 */
public record AccountFile<T>(Path file, Class<T> type) {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .create();

    /**
     * What {@link #write} wrote; empty if there is no such file.
     *
     * @throws IOException if the file cannot be read or holds no account; the message names it and says what to do
     */
    public Optional<T> read() throws IOException {
        try {
            return Optional.of(Objects.requireNonNull(GSON.fromJson(Files.readString(file), type), "empty file"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException | RuntimeException e) {
            // Gson throws a plain RuntimeException where the constructor of a record refuses a value.
            throw new IOException("the simulated account in " + file + " is damaged: delete the file", e);
        }
    }

    /** @throws IOException if the file cannot be written; what was there before is then untouched */
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
