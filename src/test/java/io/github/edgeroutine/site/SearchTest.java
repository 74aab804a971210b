// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.NodeOfMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the site, in Node in place of a browser. */
class SearchTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| <a id=\"([\\w-]+)\"></a>`([^`]+)`");
    private static final String LOG =
            "[ERROR] Failed to execute goal io.github.edgeroutine:edge-routine-maven-plugin:1.0:publish"
                    + " (default-cli) on project demo: Could not publish revision 1620876959997924701 of routine hello: %s -> [Help 1]";
    private static final int FEWEST_WORDS = 7;

    /** For each query the anchors of the first three results. A result without an anchor has its file. */
    private static final String DRIVER = """
            const { readFileSync } = require('fs');
            const { runInThisContext } = require('vm');
            const element = { addEventListener() {}, value: '' };
            globalThis.document = { getElementById: () => element, addEventListener() {}, querySelectorAll: () => [] };
            globalThis.window = { matchMedia: () => ({ matches: false }) };
            const [site, language, queries] = process.argv.slice(2);
            runInThisContext(readFileSync(site + '/js/site.js', 'utf8'));
            runInThisContext(readFileSync(site + language + '/search-index.js', 'utf8'));
            for (const query of readFileSync(queries, 'utf8').split('\\n')) {
              console.log(search(query).slice(0, 3).map(found => found.anchor || found.file).join(' '));
            }
            """;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"", "/zh_CN"})
    void findsTheRowOfACopiedLine(String language) throws Exception {
        Map<String, String> anchors = new LinkedHashMap<>();
        Matcher row = ROW.matcher(troubleshooting(language).text());
        while (row.find()) {
            String message = row.group(2).replace("…", "x");
            if (message.split("\\W+").length >= FEWEST_WORDS) {
                anchors.put(LOG.formatted(message), row.group(1));
            }
        }
        site().finish();

        List<String> found = results(language, List.copyOf(anchors.keySet()));

        List<String> expected = List.copyOf(anchors.values());
        List<String> others = expected.stream()
                .filter(anchor ->
                        !List.of(found.get(expected.indexOf(anchor)).split(" ")).contains(anchor))
                .toList();
        assertTrue(expected.size() > 250, () -> expected.size() + " messages");
        assertEquals(List.of(), others);
    }

    @Test
    void findsChineseWordsAndTheBeginningOfAWord() throws Exception {
        site().with("kangaroo.html", "Kangaroos jump")
                .with("zh_CN/forest.html", "森林", "<p>鸟在每棵树上唱歌。</p>")
                .with("zh_CN/panda.html", "熊猫与竹子")
                .finish();

        assertEquals(List.of("panda.html", "forest.html", ""), results("/zh_CN", List.of("熊猫", "每棵树", "长城")));
        assertEquals(List.of("kangaroo.html", ""), results("", List.of("kangar", "xyzzy")));
    }

    @Test
    void aTitleThatBeginsWithTheQueryComesFirst() throws Exception {
        site().with("zh_CN/promise.html", "大熊猫与小熊猫")
                .with("zh_CN/panda.html", "熊猫：它们吃竹子，住在山里", "<p>它们每天睡十个小时。</p>")
                .finish();

        assertEquals(List.of("panda.html promise.html"), results("/zh_CN", List.of("熊猫")));
    }

    private FinishedSite site() throws Exception {
        return FinishedSite.in(scratch)
                .with("index.html", "Start")
                .with("zh_CN/index.html", "开始")
                .with("troubleshooting.html", "Troubleshooting", FinishedSite.table(troubleshooting("")))
                .with("zh_CN/troubleshooting.html", "故障排查", FinishedSite.table(troubleshooting("/zh_CN")));
    }

    private static Page troubleshooting(String language) {
        return (language.isEmpty() ? Page.site() : Page.chineseSite())
                .stream()
                        .filter(page -> page.name().equals("troubleshooting.md"))
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> results(String language, List<String> queries) throws Exception {
        Path driver = Files.writeString(scratch.resolve("driver.js"), DRIVER);
        Path file = Files.writeString(scratch.resolve("queries"), String.join("\n", queries));
        Path log = scratch.resolve("log");
        List<String> command = List.of(
                NodeOfMachine.node().toString(),
                driver.toString(),
                scratch.resolve("site").toString(),
                language,
                file.toString());
        int code = NodeOfMachine.run(scratch, command, Map.of(), log);
        assertEquals(0, code, Files.readString(log));
        return Files.readAllLines(log);
    }
}
