// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise names the test that holds it, and the test exists. */
class PromisesPageTest {

    /** A bullet, over as many lines as it has. */
    private static final Pattern PROMISE = Pattern.compile("(?ms)^- (.*?)(?=^- |^$|^#|\\z)");

    private static final Pattern HOLDER = Pattern.compile("`(?:(\\w+Test)\\.(\\w+)|src/it/([a-z0-9-]+/[a-z0-9-]+))`");

    @Test
    void everyPromiseNamesATestThatExists() {
        List<String> broken = new ArrayList<>();
        Matcher promises = PROMISE.matcher(Page.of("promises.md").text());
        while (promises.find()) {
            List<String> missing = new ArrayList<>();
            Matcher holders = HOLDER.matcher(promises.group(1));
            int named = 0;
            for (; holders.find(); named++) {
                boolean there = holders.group(3) != null
                        ? Files.isDirectory(Path.of("src/it", holders.group(3)))
                        : isTest(holders.group(1), holders.group(2));
                if (!there) {
                    missing.add(holders.group());
                }
            }
            if (named == 0 || !missing.isEmpty()) {
                broken.add(promises.group(1).strip() + " => " + (named == 0 ? "names no test" : missing));
            }
        }
        assertEquals(List.of(), broken);
    }

    private static boolean isTest(String type, String method) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .anyMatch(file -> contains(file, " void " + method + "("));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
