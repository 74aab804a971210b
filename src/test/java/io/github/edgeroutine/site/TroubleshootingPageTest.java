// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The page contains the messages of the code word by word, so that a search finds them. */
@TestInstance(Lifecycle.PER_CLASS)
class TroubleshootingPageTest {

    /** Messages about bugs of the plugin, about the protocol, or caught and reported in other words. */
    private static final Set<String> NEVER_PRINTED = Set.of(
            "a publication needs an environment",
            "several environments in one call",
            "an environment has no settings",
            "there are no function variables",
            "there are no static files",
            "a publish needs an environment",
            "::error title=Edge Routine::",
            "##vso[task.logissue type=error]",
            "### Edge Routine",
            "would publish",
            "earlier revisions",
            "Proxy-Authorization: Basic",
            "What the last publish changed in each environment.",
            "empty file",
            "longer than",
            "(simulated) the fault script asks for it",
            "simulated in",
            "the body is cut short",
            "the line is cut short",
            "a chunk is longer than it says",
            "a chunk has no size",
            "a header contains a line break",
            "you got upper limit of code revisions",
            "wrong shares",
            "has a pause below zero",
            "revisions that have shares cannot get other shares",
            "wrong number of revisions to keep",
            "' cannot be the name of an environment",
            "no word",
            "a key twice",
            "too deep",
            "another kind of repository",
            "only a dry run can plan with a revision to come",
            "multipart/form-data; boundary=");

    /** The values in samples, except the names of parameters. */
    private static final List<String> FILLED_IN = List.of(
            "https://dcdn.aliyuncs.com", "presetCanaryZhejiang", "DescribeRoutine", "dcdn", "ListRoutineCodeVersions");

    private final Page page = Page.of("troubleshooting.md");
    private final Descriptor descriptor = Descriptor.read();
    private final Map<String, List<String>> literals;
    private final List<String> serviceCodes;

    TroubleshootingPageTest() throws IOException {
        literals = Sentences.ofAll();
        serviceCodes = serviceCodes();
    }

    @Test
    void everySentenceOfTheCodeIsOnThePage() {
        String quoted = String.join("\n", page.codeSpans());
        List<String> missing = new ArrayList<>();
        literals.forEach((source, sentences) -> sentences.stream()
                .filter(Sentences::isProse)
                .filter(sentence -> !NEVER_PRINTED.contains(sentence))
                .filter(sentence -> !quoted.contains(sentence))
                .forEach(sentence -> missing.add(source + ": " + sentence)));
        assertEquals(List.of(), missing);
    }

    @Test
    void everyQuoteOfThePageIsInTheCode() {
        Stream<String> texts = Stream.of(
                        literals.values().stream().flatMap(List::stream),
                        FILLED_IN.stream(),
                        descriptor.properties().stream().map(property -> "-D" + property),
                        descriptor.parameters(descriptor.goals()).stream())
                .flatMap(each -> each)
                .sorted(Comparator.comparing(String::length).reversed());
        List<Pattern> said = Stream.concat(serviceCodes.stream(), texts.map(Pattern::quote))
                .map(text -> Pattern.compile("(?<!\\p{L}(?=\\p{L}))(?:" + text + ")(?!(?<=\\p{L})\\p{L})"))
                .toList();
        assertEquals(
                List.of(),
                page.quotes().stream()
                        .map(quote -> quote + " => " + rest(quote, said))
                        .filter(rest -> !rest.endsWith(" => "))
                        .toList());
    }

    @Test
    void everyCodeOfTheServiceHasAnExample() {
        List<String> words = page.codeSpans().stream()
                .flatMap(span -> Stream.of(span.split("[ ,]+")))
                .toList();
        assertEquals(
                List.of(),
                serviceCodes.stream()
                        .filter(code -> words.stream().noneMatch(word -> word.matches(code)))
                        .toList());
    }

    @Test
    void nothingIsExcusedThatTheCodeDoesNotSay() {
        Set<String> all = literals.values().stream().flatMap(List::stream).collect(toSet());
        assertTrue(all.containsAll(NEVER_PRINTED));
    }

    /** The words of a quote that are not in the code. */
    private static String rest(String quote, List<Pattern> said) {
        String rest = quote;
        for (Pattern text : said) {
            rest = text.matcher(rest).replaceAll(" ");
        }
        return rest.replaceAll("[^\\p{L}]+", " ").strip();
    }

    /** The patterns for the service's codes, except the one that matches every code. */
    private static List<String> serviceCodes() throws IOException {
        List<String> patterns = new ArrayList<>();
        TreeScanner<Void, Void> constants = new TreeScanner<>() {
            @Override
            public Void visitNewClass(NewClassTree creation, Void nothing) {
                if (creation.getIdentifier().toString().equals("ErrorRule")
                        && creation.getArguments().get(0) instanceof LiteralTree codes) {
                    patterns.add((String) codes.getValue());
                }
                return super.visitNewClass(creation, nothing);
            }
        };
        for (Path file : sources()) {
            if (Files.readString(file).contains("new ErrorRule(")) {
                Sentences.parse(file).forEach(unit -> unit.accept(constants, null));
            }
        }
        assertTrue(patterns.remove(".*"));
        return patterns;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            // As the plugin asks them: what an adapter knows of a code comes before what the gateway knows.
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.toString().contains("/cloud/")))
                    .toList();
        }
    }
}
