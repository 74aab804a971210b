// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import java.util.List;

/** A piece of HTML or SVG. All text goes through {@link #text}, so that text from outside never becomes markup. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    static Html text(String text) {
        return new Html(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** @param tag the element's name and attributes, constants of this plugin, because they are not escaped */
    static Html element(String tag, Html... children) {
        return element(tag, List.of(children));
    }

    static Html element(String tag, List<Html> children) {
        return new Html("<" + tag + ">" + all(children).markup() + "</" + name(tag) + ">");
    }

    static Html element(String tag, String text) {
        return element(tag, text(text));
    }

    private static String name(String tag) {
        int end = tag.indexOf(' ');
        return end < 0 ? tag : tag.substring(0, end);
    }

    static Html all(List<Html> pieces) {
        return new Html(String.join("", pieces.stream().map(Html::markup).toList()));
    }
}
