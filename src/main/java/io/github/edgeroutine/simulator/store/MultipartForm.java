// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.FormPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a form with a file. Text before the first boundary or after the last one is an error. The standard would
 * ignore such text, but no client needs it.
 */
final class MultipartForm {

    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPOSITION =
            Pattern.compile("\r\ncontent-disposition:\\s*form-data\\s*(;[^\r]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("\r\ncontent-type:\\s*([^\r]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");

    private MultipartForm() {}

    /** The parts in order; empty if the body is not well-formed. A form without a part is not well-formed either. */
    static List<FormPart> parts(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            return List.of();
        }
        String delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // In this charset one char is one byte, so the file can contain any bytes. There is no line before the first
        // boundary.
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        return text.startsWith(delimiter) ? split(text, delimiter) : List.of();
    }

    private static List<FormPart> split(String text, String delimiter) {
        List<FormPart> parts = new ArrayList<>();
        int at = delimiter.length();
        while (text.startsWith("\r\n", at)) {
            int end = text.indexOf(delimiter, at);
            FormPart part = end < 0 ? null : part(text.substring(at, end));
            if (part == null) {
                return List.of();
            }
            parts.add(part);
            at = end + delimiter.length();
        }
        String rest = text.substring(at);
        return rest.equals("--") || rest.equals("--\r\n") ? parts : List.of();
    }

    /**
     * @param block starts with the line break after the boundary
     * @return {@code null} if the part has no name
     */
    private static FormPart part(String block) {
        int blankLine = block.indexOf("\r\n\r\n");
        String head = blankLine < 0 ? "" : utf8(block.substring(0, blankLine));
        String disposition = first(DISPOSITION, head);
        String name = disposition == null ? null : first(NAME, disposition);
        if (name == null) {
            return null;
        }
        byte[] bytes = block.substring(blankLine + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new FormPart(name, first(FILE_NAME, disposition), first(TYPE, head), bytes);
    }

    /** The value must be in quotation marks, as all clients write it. */
    private static Pattern parameter(String name) {
        return Pattern.compile(";\\s*" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
