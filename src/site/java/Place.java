// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a search can find: the beginning of a page (level 1), a heading with its text (2 and 3), a message with its remedy (4). */
record Place(int level, String anchor, String title, String text) {

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    /** A heading, to which its author or Doxia gave an anchor; or the cells of a message, which has an anchor. */
    private static final Pattern PLACE = Pattern.compile(
            "(?s)(?:<a id=\"([^\"]+)\"></a>\\s*)?<h([23])>(.*?)</h\\2>" + "|<td>(<a id=.*?)</td>\\s*<td>(.*?)</td>");

    private static final int BETWEEN_MESSAGES = 0;

    static List<Place> in(String title, String main) {
        List<Place> places = new ArrayList<>();
        Place last = new Place(1, "", title, "");
        int end = 0;
        for (MatchResult found : PLACE.matcher(main).results().toList()) {
            places.add(last.with(main.substring(end, found.start())));
            end = found.end();
            if (found.group(4) == null) {
                String generated = found.group(1) == null ? last.anchor : found.group(1);
                String anchor = Html.first(ANCHOR, found.group(3)).orElse(generated);
                last = new Place(Integer.parseInt(found.group(2)), anchor, Html.text(found.group(3)), "");
            } else {
                String anchor = Html.first(ANCHOR, found.group(4)).orElseThrow();
                places.add(new Place(4, anchor, Html.text(found.group(4)), Html.text(found.group(5))));
                last = new Place(BETWEEN_MESSAGES, "", "", "");
            }
        }
        places.add(last.with(main.substring(end)));
        return places.stream().filter(place -> place.level != BETWEEN_MESSAGES).toList();
    }

    private Place with(String html) {
        return new Place(level, anchor, title, Html.text(html));
    }
}
