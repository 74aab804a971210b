// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content of a revision with static files, such as a built front end.
 *
 * @param files by their paths, whose parts are separated by slashes
 * @param code of the routine; empty if there are only files
 * @param notFound the answer to a request for a path that is not a file; empty if the code answers, or status 404
 */
public record Assets(SortedMap<String, byte[]> files, Optional<byte[]> code, Optional<NotFound> notFound) {

    /** The answer to a request for a path that is not a file. The words are those of the service's own command line. */
    public enum NotFound {
        /** The file index.html, with status 200. */
        SINGLE_PAGE_APPLICATION("singlePageApplication", "index.html"),
        /** The file 404.html, with status 404. */
        PAGE_404("404Page", "404.html");

        private final String word;
        private final String file;

        NotFound(String word, String file) {
            this.word = word;
            this.file = file;
        }

        /** The file that answers. */
        public String file() {
            return file;
        }

        /** @throws IllegalArgumentException if the word is unknown; the message is the rest of a sentence */
        public static NotFound parse(String word) {
            return Stream.of(values())
                    .filter(each -> each.word.equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("is '" + word + "', but must be "
                            + Stream.of(values()).map(NotFound::toString).collect(Collectors.joining(" or "))));
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final String ALGORITHM = "SHA-256";

    public Assets {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The size of all files, and of the code, in bytes. */
    public long size() {
        return Stream.concat(files.values().stream(), code.stream())
                .mapToLong(content -> content.length)
                .sum();
    }

    /**
     * {@code sha256:} and 64 digits, the same for the same content on each machine. Different contents have
     * different hashes.
     */
    public String hash() {
        MessageDigest digest = digest();
        files.forEach((path, content) -> {
            update(digest, path.getBytes(UTF_8));
            update(digest, content);
        });
        // No file has this name.
        update(digest, "/".getBytes(UTF_8));
        code.ifPresent(content -> update(digest, content));
        update(digest, notFound.map(NotFound::toString).orElse("").getBytes(UTF_8));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The length comes first, so that two different lists of parts never give the same bytes. */
    private static void update(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
        digest.update(part);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JVM has " + ALGORITHM, e);
        }
    }
}
