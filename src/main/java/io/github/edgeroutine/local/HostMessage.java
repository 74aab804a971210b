// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the worker host. What its type does not have is {@code null} or zero. */
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

    /** The message, with the places in the code where it came about. */
    String failure(String path) {
        return shownMessage()
                + (frames.isEmpty()
                        ? ""
                        : frames.stream().map(at -> path + ":" + at).collect(Collectors.joining(", ", " (", ")")));
    }

    /** The file with line, column and the line itself, as far as they are known. Far to the right no column is known. */
    String place(String path) {
        if (source == null) {
            return path;
        }
        String place = path + ":" + line;
        return column == 0 ? place : place + ":" + column + ": " + shown(source);
    }

    /** In our messages a name in braces is an option; in code it is not. */
    static String shown(String text) {
        return text.replaceAll("\\{(?=\\w+[}=])", "{ ");
    }
}
