// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows the files of each project of src/it that the page lists, so that a reader can copy them without a clone. */
record Examples(Path projects) {

    private static final Pattern CELL = Pattern.compile("<td><code>((?:service|maven)/([\\w-]+))</code></td>");
    private static final Pattern OF_OUR_TESTS =
            Pattern.compile("invoker\\.properties|(?:setup|verify|selector)\\.groovy");

    String shownIn(String html) throws IOException {
        StringBuilder sections = new StringBuilder();
        for (MatchResult cell : CELL.matcher(html).results().toList()) {
            sections.append("<section>\n<h2><a id=\"%1$s\"></a>%1$s</h2>\n".formatted(cell.group(2)));
            Path project = projects.resolve(cell.group(1));
            for (Path file : files(project)) {
                sections.append("<p><code>%s</code></p>\n<pre class=\"prettyprint\"><code>%s</code></pre>\n"
                        .formatted(
                                project.relativize(file).toString().replace('\\', '/'),
                                Html.escaped(Files.readString(file))));
            }
            sections.append("</section>");
        }
        return CELL.matcher(html)
                .replaceAll("<td><a href=\"#$2\"><code>$1</code></a></td>")
                .replace("</main>", sections + "</main>");
    }

    /** The POM of the project comes first. */
    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            Path pom = project.resolve("pom.xml");
            List<Path> others = files.filter(Files::isRegularFile)
                    .filter(file ->
                            !OF_OUR_TESTS.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !file.equals(pom))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(pom), others.stream()).toList();
        }
    }
}
