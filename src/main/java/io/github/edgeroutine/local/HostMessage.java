// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the worker host. Fields that its type does not use are {@code null} or zero. */
record HostMessage(
        String type,
        String kind,
        String message,
        List<String> frames,
        int line,
        int column,
        String source,
        int status,
        String body,
        List<String> asked,
        List<String> log,
        int port,
        List<LocalEvent> events) {

    private static final Gson JSON = new Gson();

    static HostMessage of(String line) {
        return JSON.fromJson(line, HostMessage.class);
    }

    static String written(Object message) {
        return JSON.toJson(message);
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    String shownMessage() {
        return shown(message);
    }

    /** The message, with the places in the code. */
    String failure(String path) {
        return shownMessage()
                + (frames.isEmpty()
                        ? ""
                        : frames.stream().map(at -> path + ":" + at).collect(Collectors.joining(", ", " (", ")")));
    }

    /**
     * The file with line, column and text of the line, as far as they are known. In a long line the column may not be
     * known.
     */
    String place(String path) {
        if (source == null) {
            return path;
        }
        String place = path + ":" + line;
        return column == 0 ? place : place + ":" + column + ": " + shown(source);
    }

    /** Protects braces in code: in messages of this plugin a name in braces is an option. */
    static String shown(String text) {
        return text.replaceAll("\\{(?=\\w+[}=])", "{ ");
    }
}
