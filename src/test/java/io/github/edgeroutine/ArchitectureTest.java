// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the picture of src/site/markdown/architecture.md against the sources. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("src/main/java/io/github/edgeroutine");
    private static final String OURS = "io.github.edgeroutine.";
    private static final List<String> JDK = List.of("java.", "javax.net.", "javax.crypto.");

    private static final String DOMAIN = OURS + "routine.";

    /** Of our own packages each stands for itself alone, without those below it. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            entry(
                    "mojo",
                    List.of(
                            "org.apache.maven.",
                            "org.codehaus.plexus.util.xml.Xpp3Dom",
                            "org.codehaus.plexus.configuration.PlexusConfiguration",
                            "org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException",
                            "javax.inject.",
                            OURS + "cloud.",
                            OURS + "dcdn.",
                            OURS + "http.",
                            OURS + "memory.",
                            OURS + "probe.",
                            OURS + "report.",
                            OURS + "routine.",
                            OURS + "routine.call.",
                            OURS + "routine.publish.",
                            OURS + "routine.rollback.",
                            OURS + "routine.upkeep.",
                            OURS + "simulator.",
                            OURS + "simulator.dcdn.",
                            OURS + "source.")),
            entry("routine", List.of()),
            entry("routine.call", List.of(DOMAIN)),
            entry("routine.publish", List.of(DOMAIN, DOMAIN + "call.")),
            entry("routine.rollback", List.of(DOMAIN, DOMAIN + "call.", DOMAIN + "publish.")),
            entry("routine.upkeep", List.of(DOMAIN, DOMAIN + "call.")),
            entry("source", List.of("com.google.gson.")),
            entry("http", List.of(DOMAIN, DOMAIN + "call.")),
            entry("probe", List.of(OURS + "http.", DOMAIN, DOMAIN + "publish.")),
            entry("cloud", List.of("com.aliyuncs.", "com.google.gson.", OURS + "http.", DOMAIN, DOMAIN + "call.")),
            entry("dcdn", List.of("com.google.gson.", OURS + "cloud.", OURS + "http.", DOMAIN, DOMAIN + "call.")),
            entry(
                    "memory",
                    List.of(
                            "com.google.gson.",
                            OURS + "report.",
                            DOMAIN,
                            DOMAIN + "call.",
                            DOMAIN + "publish.",
                            DOMAIN + "rollback.")),
            entry(
                    "report",
                    List.of("com.google.gson.", DOMAIN, DOMAIN + "call.", DOMAIN + "publish.", DOMAIN + "rollback.")),
            entry("simulator", List.of("com.google.gson.", OURS + "simulator.wire.")),
            entry("simulator.wire", List.of("com.google.gson.", "com.sun.net.httpserver.")),
            entry("simulator.store", List.of("com.google.gson.", OURS + "simulator.wire.")),
            entry(
                    "simulator.dcdn",
                    List.of(
                            "com.google.gson.",
                            OURS + "simulator.",
                            OURS + "simulator.store.",
                            OURS + "simulator.wire.")));

    @Test
    void importsRunOneWay() {
        sources().forEach((file, source) -> {
            String room = file.getParent().toString().replace(File.separatorChar, '.');
            Matcher imports =
                    Pattern.compile("(?m)^import (?:static )?([\\w.]+)").matcher(source);
            while (imports.find()) {
                String imported = imports.group(1);
                String of = imported.replaceFirst("[A-Z].*", "");
                assertTrue(
                        Stream.of(JDK, ALLOWED.get(room), List.of(OURS + room + "."))
                                .flatMap(List::stream)
                                .anyMatch(each -> each.startsWith(OURS) ? each.equals(of) : imported.startsWith(each)),
                        room + " may not import " + imported + ", as " + file + " does");
            }
        });
    }

    @Test
    void noRoomIsReachedByAQualifiedName() {
        sources()
                .forEach((file, source) -> assertEquals(
                        List.of(),
                        Pattern.compile("(?m)^(?!import |package ).*\\b(" + Pattern.quote(OURS)
                                        + "|com\\.aliyuncs\\.).*$")
                                .matcher(source)
                                .results()
                                .map(found -> file + ": " + found.group().strip())
                                .toList()));
    }

    @Test
    void nothingIsReadOrWrittenBehindMavensBack() {
        Pattern banned = Pattern.compile("System\\s*\\.\\s*(getenv|getProperty|getProperties|setProperty|clearProperty"
                + "|setProperties|setOut|setErr)\\b|Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean");
        sources()
                .forEach((file, source) -> assertEquals(
                        List.of(),
                        banned.matcher(source)
                                .results()
                                .map(found -> file + ": " + found.group())
                                .toList()));
    }

    @Test
    void noStateIsSharedInTheJvm() {
        Pattern mutable = Pattern.compile("(?m)^ {4}(?:(?:private|protected|public) )?static (?!final|class|record|enum"
                + "|interface|<)[^(=;]*[;=].*$");
        sources()
                .forEach((file, source) -> assertEquals(
                        List.of(),
                        mutable.matcher(source)
                                .results()
                                .map(found -> file + ": " + found.group())
                                .toList()));
    }

    @Test
    void noGoalCountsTimeWithAClockThatCanBeSetBack() {
        Pattern banned = Pattern.compile("Clock\\.system|(?:Instant|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now"
                + "|currentTimeMillis|new Date\\(\\)");
        sources().forEach((file, source) -> {
            // What is signed carries the time of day.
            boolean isSigned = file.endsWith("UtcRequest.java");
            if (!file.startsWith("simulator") && !file.endsWith("SteadyClock.java") && !isSigned) {
                assertEquals(
                        List.of(),
                        banned.matcher(source)
                                .results()
                                .map(found -> file + ": " + found.group())
                                .toList());
            }
        });
    }

    private static Map<Path, String> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(toMap(ROOT::relativize, ArchitectureTest::read, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
