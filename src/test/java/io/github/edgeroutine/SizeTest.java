// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of the plugin stays small: no file is long, no package is large, and each name means one class. */
class SizeTest {

    @Test
    void noFileIsLongerThan200Lines() throws IOException {
        Map<Path, Long> tooLong = new TreeMap<>();
        files().forEach(file -> tooLong.put(file, lines(file)));
        tooLong.values().removeIf(lines -> lines <= 200);

        assertEquals(Map.of(), tooLong);
    }

    @Test
    void noPackageHasMoreThan25Files() throws IOException {
        Map<Path, Long> packages = files().collect(groupingBy(Path::getParent, TreeMap::new, counting()));
        packages.values().removeIf(files -> files <= 25);

        assertEquals(Map.of(), packages);
    }

    /** Includes nested classes. */
    @Test
    void noTwoClassesHaveTheSameSimpleName() {
        Map<String, List<String>> names = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.edgeroutine")
                        .stream()
                        .filter(Predicate.not(JavaClass::isAnonymousClass))
                        .filter(each -> !each.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName)
                        .sorted()
                        .collect(groupingBy(name -> name.replaceFirst(".*[.$]", ""), TreeMap::new, toList()));
        names.values().removeIf(classes -> classes.size() == 1);

        assertEquals(Map.of(), names);
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
