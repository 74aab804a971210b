// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of an answer: everything before the body.
 *
 * @param first the first line
 * @param fields by name in lower case; the values of a repeated field are joined with commas
 */
record Head(String first, Map<String, String> fields) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] +(\\d{3})(?:\\s.*)?");

    /**
     * Reads the head of the final answer. Answers such as {@code 103 Early Hints} may come before it and are skipped.
     * If the first line is not HTTP, nothing more is read.
     */
    static Head read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        Head head = read(lines);
        while (head.status() / 100 == 1 && head.status() != 101) {
            head = read(lines);
        }
        return head;
    }

    private static Head read(Lines lines) throws IOException {
        Head head = new Head(lines.next(), new TreeMap<>());
        String name = "";
        for (String line = head.status() < 0 ? "" : lines.next(); !line.isEmpty(); line = lines.next()) {
            boolean goesOn = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            int colon = goesOn ? -1 : line.indexOf(':');
            name = goesOn ? name : line.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
            head.fields.merge(name, line.substring(colon + 1).strip(), (one, more) -> one + "," + more);
        }
        return head;
    }

    /** {@code -1} if the first line is not HTTP. */
    int status() {
        Matcher line = STATUS_LINE.matcher(first);
        return line.matches() ? Integer.parseInt(line.group(1)) : -1;
    }

    boolean isChunked() {
        return fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
    }

    boolean isBodiless() {
        return Set.of(101, 204, 304).contains(status());
    }

    /** Whether the server keeps the connection open, and the end of the body is certain. */
    boolean keepsConnection() {
        String length = fields.getOrDefault("content-length", "");
        String coding = fields.getOrDefault("transfer-encoding", "");
        boolean isCertain = isBodiless()
                || (coding.isEmpty()
                        ? length.matches("\\d{1,18}")
                        : coding.equalsIgnoreCase("chunked") && length.isEmpty());
        return first.startsWith("HTTP/1.1")
                && status() != 101
                && isCertain
                && !fields.getOrDefault("connection", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
    }

    /** The length of the body. Empty if no header gives it; then the body ends when the connection ends. */
    OptionalLong length() {
        Set<String> lengths = Stream.of(
                        fields.getOrDefault("content-length", "").split(","))
                .map(String::strip)
                .collect(toSet());
        String length = lengths.iterator().next();
        return lengths.size() == 1 && length.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }
}
