// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A text file to upload. This class does not check whether the text is code.
 *
 * @param content in UTF-8, not empty
 */
public record CodeFile(Path path, byte[] content) {

    /**
     * A limit of this plugin, because not every service documents one. To compare code, the plugin reads it in Base64,
     * which is a third longer. It reads answers of at most 16 MiB.
     */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /**
     * @param largest size for the service, in bytes; empty if it is not known
     * @throws IllegalArgumentException if the file cannot be used; the message is the rest of a sentence
     */
    public static CodeFile read(Path path, OptionalInt largest) {
        int most = Math.min(largest.orElse(MOST_BYTES), MOST_BYTES);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("is not a file: " + path);
        }
        try {
            if (Files.size(path) > most) {
                throw new IllegalArgumentException(
                        "is too large: " + path + " has " + Files.size(path) + " bytes, but the limit is " + most);
            }
            CodeFile file = new CodeFile(path, Files.readAllBytes(path));
            if (file.text().isBlank()) {
                throw new IllegalArgumentException("is empty: " + path);
            }
            return file;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8 text: " + path);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getClass().getSimpleName() + "): " + path);
        }
    }

    /**
     * The content without a byte order mark.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString()
                .replaceFirst("^\\uFEFF", "");
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
