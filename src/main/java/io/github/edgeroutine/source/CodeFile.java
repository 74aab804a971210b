// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A file of JavaScript, checked for the mistakes that are made with such files. */
public record CodeFile(Path path, byte[] content) {

    /**
     * A bound of our own, because not every service documents one. Code is compared with what the service keeps, which comes
     * in Base64, a third longer; the plugin reads answers of at most 16 MiB.
     */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Gson JSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /**
     * @param largest how many bytes the service takes; empty if that is not known
     * @throws IllegalArgumentException if it cannot be the code of a routine; the message is the rest of a sentence
     */
    public static CodeFile read(Path path, OptionalInt largest) {
        int most = Math.min(largest.orElse(MOST_BYTES), MOST_BYTES);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("is no file: " + path);
        }
        try {
            if (Files.size(path) > most) {
                throw new IllegalArgumentException(
                        "is too large: " + path + " has " + Files.size(path) + " bytes, and the limit is " + most);
            }
            byte[] content = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replaceFirst("^\\uFEFF", "")
                    .strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("is empty: " + path);
            }
            if (text.startsWith("<") && !text.startsWith("<!--")) {
                throw new IllegalArgumentException("is HTML or XML, not JavaScript: " + path);
            }
            if (isJson(text)) {
                throw new IllegalArgumentException("is JSON, such as a source map, not JavaScript: " + path);
            }
            if (text.startsWith("version ") && text.contains("//git-lfs.github.com/spec/")) {
                throw new IllegalArgumentException("is a pointer of Git LFS, not JavaScript: " + path
                        + ". Run 'git lfs pull', or have the CI server check out LFS files");
            }
            return new CodeFile(path, content);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8 text: " + path);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getClass().getSimpleName() + "): " + path);
        }
    }

    /** An object with a member is no statement of JavaScript. */
    private static boolean isJson(String text) {
        if (!text.startsWith("{")) {
            return false;
        }
        try {
            JsonElement element = JSON.fromJson(text, JsonElement.class);
            return element.isJsonObject() && !element.getAsJsonObject().isEmpty();
        } catch (JsonParseException e) {
            return false;
        }
    }

    /** For example "index.js (12.3 kB)". */
    @Override
    public String toString() {
        String size = content.length < 1000
                ? content.length + " bytes"
                : content.length / 1000 + "." + content.length % 1000 / 100 + " kB";
        return path.getFileName() + " (" + size + ")";
    }
}
