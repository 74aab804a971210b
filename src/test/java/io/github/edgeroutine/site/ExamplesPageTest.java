// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of an example is that of a project which the integration tests run. The comments of its POM are left out. */
class ExamplesPageTest {

    private static final Path PROJECTS = Path.of("src/it");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^## <a id=\"([\\w-]+)\"></a>.*?`src/it/([\\w/-]+)`.$");
    private static final Pattern XML = Pattern.compile("(?ms)^```xml\\n(.*?)^```$");

    private final Page page = Page.of("examples.md");

    @Test
    void theCodeOfAnExampleIsInItsProject() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(page.text()).results().toList();
        assertEquals(page.text().split("\n## ").length - 1, examples.size());
        for (MatchResult example : examples) {
            String code = poms(PROJECTS.resolve(example.group(2)));
            List<String> fragments = XML.matcher(example.group())
                    .results()
                    .map(xml -> xml.group(1))
                    .toList();
            assertFalse(fragments.isEmpty(), example.group(2));
            fragments.forEach(fragment -> assertTrue(code.contains(shape(fragment)), example.group(2)));
        }
    }

    @Test
    void theAnchorOfAnExampleIsItsFolder() {
        EXAMPLE.matcher(page.text())
                .results()
                .forEach(example -> assertTrue(example.group(2).endsWith("/" + example.group(1)), example.group(1)));
    }

    private static String poms(Path project) throws IOException {
        List<String> poms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                poms.add(shape(Files.readString(pom)));
            }
        }
        return String.join("\n", poms);
    }

    /** Without comments, and without the space between elements. */
    private static String shape(String xml) {
        return xml.replaceAll("(?s)<!--.*?-->", "").replaceAll("\\s+", "");
    }
}
