// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A page that {@code src/test/resources/report/measure.html} has measured in a browser. */
record SeenPage(
        String title,
        String words,
        double width,
        double needed,
        int scripts,
        List<String> requests,
        String paper,
        List<String> ink,
        List<Text> texts,
        List<Shape> shapes) {

    /** @param under the fill color of the mark behind the text */
    record Text(
            String text,
            double left,
            double right,
            double top,
            double bottom,
            String color,
            String under,
            String title) {

        boolean touches(Text other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    record Shape(double left, double right, double top, double bottom, String fill, boolean dashed, boolean round) {}

    /** Puts the page into another page that measures it. The page itself is not changed. */
    static Path around(Path page, Path wrapper) throws IOException {
        try (InputStream measure = SeenPage.class.getResourceAsStream("/report/measure.html")) {
            String escaped = Files.readString(page).replace("&", "&amp;").replace("\"", "&quot;");
            return Files.writeString(wrapper, new String(measure.readAllBytes(), UTF_8).replace("PAGE", escaped));
        }
    }

    /** The page with the width of a desktop, then of a phone. */
    static List<SeenPage> of(Chromium.Seen wrapper) {
        Matcher measures = Pattern.compile("<pre>(\\[.*])</pre>").matcher(wrapper.dom());
        assertTrue(measures.find(), wrapper.dom());
        String json =
                measures.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return List.of(new Gson().fromJson(json, SeenPage[].class));
    }

    /** The texts below the name of each environment, from left to right. */
    List<String> lanes() {
        List<Text> names = texts.stream()
                .filter(text -> text.text().matches("staging|production|preset.*"))
                .toList();
        return IntStream.range(0, names.size())
                .mapToObj(lane -> names.get(lane).text() + ": "
                        + String.join(
                                " > ",
                                texts.stream()
                                        .filter(text ->
                                                text.top() > names.get(lane).top())
                                        .filter(text -> lane + 1 == names.size()
                                                || text.top()
                                                        < names.get(lane + 1).top())
                                        .sorted(Comparator.comparingDouble(Text::left))
                                        .map(Text::text)
                                        .toList()))
                .toList();
    }
}
