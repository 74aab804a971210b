// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service in this JVM can read the signed requests of another JVM with any locale and time zone. */
class LocaleTest {

    private static final String REFUSED = "The Alibaba Cloud SDK would ask STS for the key of the OIDC role"
            + " of ALIBABA_CLOUD_ROLE_ARN, but writes the time in a form that STS cannot read, because this"
            + " JVM has the locale ";
    private static final String REMEDY =
            ". Add -Duser.language=en to MAVEN_OPTS, or use another source of" + " credentials.";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "th-TH -Duser.language=th -Duser.country=TH -Duser.timezone=Asia/Bangkok",
                "ar-SA-u-nu-arab -Duser.language=ar -Duser.country=SA -Duser.extensions=u-nu-arab",
                "ja-JP-u-ca-japanese-x-lvariant-JP -Duser.language=ja -Duser.country=JP -Duser.variant=JP",
                "fa-IR -Duser.language=fa -Duser.country=IR -Duser.timezone=Asia/Tehran",
                "hi-IN-u-nu-deva -Duser.language=hi -Duser.country=IN -Duser.extensions=u-nu-deva",
            })
    void aPublishSucceedsAndACallOfTheSdkIsRefused(String locale) throws Exception {
        String[] words = locale.split(" ");
        List<String> said = run(List.of(words).subList(1, words.length));

        assertEquals(List.of("index.js (12.3 kB)", "12345", REFUSED + words[0] + REMEDY), said);
    }

    /** Only its upper and lower case differ. Its calendar and its digits are normal. */
    @Test
    void aPublishSucceedsInTurkish() throws Exception {
        List<String> said = run(List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9"));

        assertEquals(List.of("index.js (12.3 kB)", "12345", "false"), said);
    }

    /** A format without a locale uses that of the JVM: its digits, its calendar, its upper case. */
    @Test
    void noFormatOfThePluginUsesTheLocaleOfTheJvm() throws IOException {
        List<String> traps = List.of(
                "\\.formatted\\(",
                "String\\.format\\((?!\\s*(Locale\\.)?ROOT)",
                "\\.ofPattern\\((?![^;]*ROOT)",
                "\\.ofLocalized",
                "\\.to(Lower|Upper)Case\\(\\)",
                "(SimpleDate|Decimal|Number|Message)Format",
                "\\.getBytes\\(\\)",
                "new String\\(\\w+\\)",
                "new (FileReader|FileWriter)\\(",
                "defaultCharset\\(",
                "Locale\\.setDefault");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                traps.forEach(trap -> assertTrue(
                        Pattern.compile(trap)
                                .matcher(source)
                                .results()
                                .findAny()
                                .isEmpty(),
                        trap + " is in " + file));
            }
        }
    }

    private List<String> run(List<String> options) throws Exception {
        Path code = Files.writeString(home.resolve("index.js"), "x".repeat(12_345));
        extension.account().ensure("hello", "1620876959997924701", List.of());
        return new Forked(home, options, Map.of())
                .run(LocaleRun.class, extension.endpoint(), code.toString(), home.toString());
    }
}
