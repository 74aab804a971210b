// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JavaScript in which blanks replace comments and the content of strings, templates and regular expressions. Line
 * breaks stay. This is not a parser, so unclear parts may stay or be removed.
 *
 * @param code of the same length as the text
 */
record ScriptText(String code) {

    /** {@code import(…)} and {@code import.meta} can be in any line of a script or a module. */
    private static final Pattern MODULE =
            Pattern.compile("(?m)^[ \\t]*(?:import\\b(?![ \\t]*[(.:=])|export\\b(?![ \\t]*[.:=(]))");

    /** After one of these, a slash starts a regular expression. Otherwise it divides. */
    private static final String BEFORE_REGEX = "=(,:;!&|?{}[+-*%~^<>";

    private static final Set<String> WORDS_BEFORE_REGEX =
            Set.of("return", "typeof", "case", "in", "of", "do", "else", "void");

    private static final Pattern HIDDEN = Pattern.compile("//[^\\n\\r]*"
            + "|/\\*(?s:.*?)(?:\\*/|$)"
            + "|'(?:\\\\(?s:.)|[^'\\\\\\n])*+'?"
            + "|\"(?:\\\\(?s:.)|[^\"\\\\\\n])*+\"?"
            + "|`(?:\\\\(?s:.)|[^`\\\\])*+`?");

    private static final Pattern REGEX = Pattern.compile("/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\\n])*+]|[^/\\\\\\[\\n])++/");

    private static final int LOOK_BACK = 100;

    static ScriptText of(String text) {
        StringBuilder code = new StringBuilder(text);
        Matcher hidden = HIDDEN.matcher(text);
        Matcher regex = REGEX.matcher(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isAt(hidden, at, c, "'\"`/")) {
                end = hidden.end();
                blank(code, at, end);
            } else if (c == '/' && mayBeginRegex(code, at) && isAt(regex, at, c, "/")) {
                end = regex.end();
                blank(code, at, end);
            }
            at = end;
        }
        return new ScriptText(code.toString());
    }

    private static boolean isAt(Matcher matcher, int at, char c, String beginnings) {
        return beginnings.indexOf(c) >= 0
                && matcher.region(at, matcher.regionEnd()).lookingAt();
    }

    private static boolean mayBeginRegex(StringBuilder code, int at) {
        String before = code.substring(Math.max(0, at - LOOK_BACK), at).stripTrailing();
        if (before.isEmpty() || BEFORE_REGEX.indexOf(before.charAt(before.length() - 1)) >= 0) {
            return true;
        }
        int word = before.length();
        while (word > 0 && Character.isJavaIdentifierPart(before.charAt(word - 1))) {
            word--;
        }
        return WORDS_BEFORE_REGEX.contains(before.substring(word));
    }

    /** Replaces a text, but keeps its delimiters, because a slash after them divides. Replaces a whole comment. */
    private static void blank(StringBuilder code, int from, int to) {
        boolean isComment = code.charAt(from) == '/' && "/*".indexOf(code.charAt(from + 1)) >= 0;
        for (int i = isComment ? from : from + 1; i < (isComment ? to : to - 1); i++) {
            if (code.charAt(i) != '\n' && code.charAt(i) != '\r') {
                code.setCharAt(i, ' ');
            }
        }
    }

    /** The position of the first syntax that only a module can contain. */
    Optional<Integer> moduleSyntax() {
        Matcher matcher = MODULE.matcher(code);
        return matcher.find() ? Optional.of(matcher.end()) : Optional.empty();
    }
}
