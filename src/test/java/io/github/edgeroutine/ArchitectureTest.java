// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the picture in src/site/markdown/architecture.md with the classes. */
class ArchitectureTest {

    private static final String OURS = "io.github.edgeroutine.";
    private static final String MOJO = OURS + "mojo.";
    private static final String DOMAIN = OURS + "routine.";
    private static final List<String> JDK =
            List.of("java..", "javax.net..", "javax.crypto..", "javax.security..", "jdk.net");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Maven's plugin tools generate it.
            .withImportOption(location -> !location.contains("/HelpMojo"))
            .importPackages("io.github.edgeroutine");

    /** What a package may use besides itself and the JDK. An entry does not include the packages below it. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            entry(
                    "mojo",
                    List.of(
                            "org.apache.maven..",
                            "org.codehaus.plexus.configuration.PlexusConfiguration",
                            "javax.inject",
                            MOJO + "check",
                            MOJO + "code",
                            MOJO + "connection",
                            MOJO + "context",
                            MOJO + "output",
                            MOJO + "parameters",
                            MOJO + "publish",
                            MOJO + "reactor",
                            MOJO + "simulator",
                            OURS + "memory",
                            OURS + "report",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "choice",
                            DOMAIN + "health",
                            DOMAIN + "publish",
                            DOMAIN + "rollback",
                            DOMAIN + "upkeep",
                            OURS + "source")),
            entry(
                    "mojo.check",
                    List.of(
                            "org.apache.maven..",
                            MOJO + "connection",
                            MOJO + "context",
                            MOJO + "output",
                            MOJO + "parameters",
                            MOJO + "reactor",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "check",
                            DOMAIN + "publish",
                            DOMAIN + "upkeep")),
            entry(
                    "mojo.code",
                    List.of(
                            MOJO + "context",
                            MOJO + "parameters",
                            "org.apache.maven..",
                            OURS + "local",
                            OURS + "routine",
                            DOMAIN + "health",
                            OURS + "source")),
            entry("mojo.context", List.of("org.apache.maven..", OURS + "routine")),
            entry(
                    "mojo.parameters",
                    List.of(
                            "org.apache.maven..",
                            "org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException",
                            "org.codehaus.plexus.configuration.PlexusConfiguration",
                            "org.codehaus.plexus.util.xml.Xpp3Dom",
                            MOJO + "context",
                            OURS + "routine",
                            DOMAIN + "health",
                            DOMAIN + "publish")),
            entry(
                    "mojo.output",
                    List.of(
                            "org.apache.maven..",
                            MOJO + "context",
                            OURS + "report",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "publish")),
            entry(
                    "mojo.connection",
                    List.of(
                            "org.apache.maven..",
                            "org.codehaus.plexus.util.xml.Xpp3Dom",
                            MOJO + "context",
                            MOJO + "output",
                            MOJO + "parameters",
                            OURS + "cloud",
                            OURS + "cloud.text",
                            OURS + "cloud.ram",
                            OURS + "dcdn",
                            OURS + "esa",
                            OURS + "http",
                            OURS + "memory",
                            OURS + "probe",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "choice",
                            DOMAIN + "health",
                            DOMAIN + "key",
                            DOMAIN + "publish",
                            OURS + "simulator",
                            OURS + "simulator.dcdn",
                            OURS + "simulator.esa")),
            entry(
                    "mojo.reactor",
                    List.of(
                            "org.apache.maven..",
                            "javax.inject",
                            "org.codehaus.plexus.util.xml.Xpp3Dom",
                            MOJO + "context",
                            MOJO + "parameters",
                            OURS + "routine",
                            DOMAIN + "rollback")),
            entry(
                    "mojo.simulator",
                    List.of(
                            "org.apache.maven..",
                            MOJO + "connection",
                            MOJO + "context",
                            MOJO + "parameters",
                            OURS + "report",
                            OURS + "routine",
                            OURS + "simulator",
                            OURS + "simulator.wire")),
            entry(
                    "mojo.publish",
                    List.of(
                            "org.apache.maven..",
                            "org.codehaus.plexus.configuration.PlexusConfiguration",
                            MOJO + "connection",
                            MOJO + "context",
                            MOJO + "output",
                            MOJO + "parameters",
                            MOJO + "reactor",
                            OURS + "memory",
                            OURS + "report",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "choice",
                            DOMAIN + "health",
                            DOMAIN + "publish",
                            DOMAIN + "rollback",
                            DOMAIN + "upkeep")),
            entry("routine", List.of()),
            entry("routine.call", List.of(OURS + "routine")),
            entry("routine.choice", List.of(OURS + "routine", DOMAIN + "call")),
            entry(
                    "routine.check",
                    List.of(
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "choice",
                            DOMAIN + "key",
                            DOMAIN + "publish",
                            DOMAIN + "upkeep")),
            entry("routine.key", List.of(OURS + "routine")),
            entry("routine.health", List.of(OURS + "routine", DOMAIN + "call")),
            entry("routine.publish", List.of(OURS + "routine", DOMAIN + "call", DOMAIN + "choice", DOMAIN + "health")),
            entry(
                    "routine.rollback",
                    List.of(OURS + "routine", DOMAIN + "call", DOMAIN + "choice", DOMAIN + "publish")),
            entry("routine.upkeep", List.of(OURS + "routine", DOMAIN + "call")),
            entry("source", List.of()),
            entry("local", List.of("com.google.gson..", OURS + "routine", OURS + "source")),
            entry("http", List.of(OURS + "routine", DOMAIN + "call")),
            entry("probe", List.of(OURS + "http", OURS + "routine", DOMAIN + "health")),
            entry(
                    "cloud",
                    List.of(
                            "com.aliyuncs..",
                            "com.google.gson..",
                            OURS + "cloud.text",
                            OURS + "http",
                            OURS + "routine",
                            DOMAIN + "call")),
            entry(
                    "cloud.ram",
                    List.of(
                            "com.google.gson..",
                            OURS + "cloud",
                            OURS + "cloud.text",
                            OURS + "http",
                            OURS + "routine",
                            DOMAIN + "key")),
            entry("cloud.text", List.of("com.google.gson..")),
            entry(
                    "dcdn",
                    List.of(
                            "com.google.gson..",
                            OURS + "cloud",
                            OURS + "cloud.ram",
                            OURS + "cloud.text",
                            OURS + "http",
                            OURS + "routine",
                            DOMAIN + "key")),
            entry(
                    "esa",
                    List.of(
                            "com.google.gson..",
                            OURS + "cloud",
                            OURS + "cloud.ram",
                            OURS + "cloud.text",
                            OURS + "http",
                            OURS + "routine",
                            DOMAIN + "key",
                            DOMAIN + "call")),
            entry(
                    "memory",
                    List.of(
                            "com.google.gson..",
                            OURS + "report",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "publish",
                            DOMAIN + "rollback")),
            entry(
                    "report",
                    List.of(
                            "com.github.difflib",
                            "com.google.gson..",
                            OURS + "routine",
                            DOMAIN + "call",
                            DOMAIN + "health",
                            DOMAIN + "publish",
                            DOMAIN + "rollback")),
            entry("simulator", List.of("com.google.gson..", OURS + "simulator.wire")),
            entry("simulator.wire", List.of("com.google.gson..", "com.sun.net.httpserver")),
            entry("simulator.account", List.of("com.google.gson..", OURS + "simulator.wire")),
            entry("simulator.store", List.of("com.google.gson..", OURS + "simulator.wire")),
            entry(
                    "simulator.dcdn",
                    List.of(
                            "com.google.gson..",
                            OURS + "simulator",
                            OURS + "simulator.account",
                            OURS + "simulator.store",
                            OURS + "simulator.wire")),
            entry(
                    "simulator.esa",
                    List.of(
                            "com.google.gson..",
                            OURS + "simulator",
                            OURS + "simulator.account",
                            OURS + "simulator.store",
                            OURS + "simulator.wire")));

    @Test
    void everyRoomIsKnown() {
        assertEquals(
                ALLOWED.keySet(),
                packages().map(room -> room.substring(OURS.length())).collect(toSet()));
    }

    @Test
    void everyRoomIsInThePicture() throws IOException {
        Set<String> shown = Pattern.compile("(?m)^\\| (`[a-z.]+`(?:, `[a-z.]+`)*) \\|")
                .matcher(Files.readString(Path.of("src/site/markdown/architecture.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .collect(toSet());

        assertEquals(ALLOWED.keySet(), shown);
    }

    @Test
    void dependenciesRunOneWay() {
        ALLOWED.forEach((room, others) -> classes()
                .that(resideInAPackage(OURS + room))
                .should()
                .onlyDependOnClassesThat(describe(
                        "belong to " + room + ", the JDK or " + others,
                        used -> Stream.of(JDK, List.of(OURS + room), others)
                                .flatMap(List::stream)
                                .anyMatch(each -> each.equals(outermost(used).getName())
                                        || PackageMatcher.of(each).matches(used.getPackageName()))))
                .check(CLASSES));
    }

    @Test
    void nothingIsReadOrWrittenBehindMavensBack() {
        noClasses()
                .should()
                .callMethodWhere(isStatic(
                        System.class,
                        "getenv|getProperty|getProperties|setProperty|clearProperty|setProperties|setOut|setErr"))
                .orShould()
                .callMethodWhere(isStatic(Integer.class, "getInteger"))
                .orShould()
                .callMethodWhere(isStatic(Long.class, "getLong"))
                .orShould()
                .callMethodWhere(isStatic(Boolean.class, "getBoolean"))
                .check(CLASSES);
    }

    @Test
    void noStateIsSharedInTheJvm() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void noGoalCountsTimeWithAClockThatCanBeSetBack() {
        DescribedPredicate<JavaClass> mayAsk = describe(
                "asks for the time of day",
                each -> each.getPackageName().startsWith(OURS + "simulator")
                        || outermost(each).getSimpleName().equals("SteadyClock")
                        // A signature contains the time of day.
                        || outermost(each).getSimpleName().equals("UtcRequest")
                        // The service uses the time of day to decide how long an upload is missing.
                        || outermost(each).getSimpleName().equals("VersionReader"));
        noClasses()
                .that(DescribedPredicate.not(mayAsk))
                .should()
                .callMethodWhere(describe(
                        "reads the clock of the machine",
                        call -> call.getTarget().getOwner().getPackageName().equals("java.time")
                                && call.getTarget().getName().matches("now|system(UTC|DefaultZone)?|tick\\w*")))
                .orShould()
                .callMethodWhere(isStatic(System.class, "currentTimeMillis"))
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> isStatic(Class<?> owner, String names) {
        Pattern pattern = Pattern.compile(names);
        return describe(
                owner.getSimpleName() + "." + names,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && pattern.matcher(call.getName()).matches());
    }

    private static JavaClass outermost(JavaClass nested) {
        return nested.getEnclosingClass().map(ArchitectureTest::outermost).orElse(nested);
    }

    private static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).distinct();
    }
}
