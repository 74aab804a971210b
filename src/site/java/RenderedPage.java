// SPDX-License-Identifier: Apache-2.0
import java.util.List;
import java.util.regex.Pattern;

/** A page as the skin rendered it. */
record RenderedPage(Language language, String file, String html) {

    private static final Pattern MAIN = Pattern.compile("(?s)<main id=\"bodyColumn\"[^>]*>(.*)</main>");
    private static final Pattern TITLE = Pattern.compile("<h1>(.*?)</h1>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?s)<p>(.*?)</p>");
    private static final Pattern SENTENCE = Pattern.compile(".*[.](?: .*)?|.*。.*");
    private static final int LONGEST_DESCRIPTION = 160;

    private String main() {
        return Html.first(MAIN, html).orElseThrow(() -> new IllegalStateException(file + " has no main part"));
    }

    String title() {
        return Html.first(TITLE, main()).map(Html::text).orElse(file);
    }

    /** The first paragraph with a sentence, up to the last of its sentences that fits. */
    String description() {
        String text = PARAGRAPH
                .matcher(main())
                .results()
                .map(found -> Html.text(found.group(1)))
                .filter(SENTENCE.asMatchPredicate())
                .findFirst()
                .orElse(title());
        return text.length() <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, LONGEST_DESCRIPTION).replaceFirst("(?<=[.。])(?:[^.。]| ?[.]\\w)+$|\\s\\S*$", "");
    }

    List<Place> places() {
        return Place.in(title(), main());
    }

    String markdown() {
        return file.replaceFirst("html$", "md");
    }

    /** Maven's reports are in English only. */
    boolean isReport() {
        return file.matches(".*-mojo\\.html|plugin-info\\.html|project-reports\\.html");
    }
}
