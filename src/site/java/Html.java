// SPDX-License-Identifier: Apache-2.0
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of HTML as Doxia writes it. */
final class Html {

    private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-f]+);");

    private Html() {}

    static Optional<String> first(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(found -> found.group(1)).findFirst();
    }

    /** What a reader sees, in one line. */
    static String text(String html) {
        String plain =
                html.replaceAll("</?(?:code|a|em|strong|span)\\b[^>]*>", "").replaceAll("<[^>]*>", " ");
        return ENTITY.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
