// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A copied fragment works. */
class FragmentsTest {

    private static final String COORDINATES = "io\\.github\\.edgeroutine:edge-routine-maven-plugin:";

    private final Descriptor descriptor = Descriptor.read();

    @Test
    void jsonParses() {
        forEach(
                "json",
                (page, json) -> assertDoesNotThrow(
                        () -> new GsonBuilder()
                                .setStrictness(Strictness.STRICT)
                                .create()
                                .fromJson(json, JsonElement.class),
                        page + ":\n" + json));
    }

    @Test
    void yamlParsesAndIsAMapping() {
        var mapping = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema("{\"type\": \"object\"}");
        forEach(
                "yaml",
                (page, yaml) -> assertEquals(List.of(), mapping.validate(yaml, InputFormat.YAML), page + ":\n" + yaml));
    }

    @Test
    void everyXmlParsesAndConfiguresOnlyWhatThereIs() {
        forEach(
                "xml",
                (page, xml) ->
                        assertEquals(List.of(), new PomFragment(xml, descriptor).faults(), () -> page + ":\n" + xml));
    }

    @Test
    void everyPropertyOfTheCommandLineIsOne() {
        assertEquals(
                List.of(),
                found(Pattern.compile("-D(edge-routine\\.\\w+)"))
                        .filter(found -> !descriptor.properties().contains(found.name()))
                        .toList());
    }

    @Test
    void everyGoalWithCoordinatesIsOne() {
        assertEquals(
                List.of(),
                found(Pattern.compile(COORDINATES + "(?:\\d[\\w.-]*:)?([a-z]+)"))
                        .filter(found -> !descriptor.goals().contains(found.name()))
                        .toList());
    }

    @Test
    void aPageWithTheShortPrefixSaysWhatMavenNeedsForIt() {
        forEach(
                "",
                (page, commands) -> assertTrue(
                        !Pattern.compile("(?m)(^|\\s)edge-routine:[a-z]")
                                        .matcher(commands)
                                        .find()
                                || page.text().contains("<pluginGroup>io.github.edgeroutine</pluginGroup>"),
                        page + ":\n" + commands));
    }

    private record Found(Page page, String name) {}

    private static Stream<Found> found(Pattern pattern) {
        return Page.all().stream()
                .flatMap(page -> pattern.matcher(page.text()).results().map(found -> new Found(page, found.group(1))));
    }

    private static void forEach(String language, BiConsumer<Page, String> check) {
        List<Page> pages = Page.all();
        assertTrue(pages.stream().anyMatch(page -> !page.fragments(language).isEmpty()), "nothing to check");
        pages.forEach(page -> page.fragments(language).forEach(fragment -> check.accept(page, fragment)));
    }
}
