// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionNamesTest {

    private static final OptionNames NAMES = new OptionNames("the DCDN console");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    raise {timeout}.                       | raise <timeout> (-Dedge-routine.timeout).
                    see {probes}                           | see <probes>
                    look in {console}                      | look in the DCDN console
                    {name=hello} {codeRevision=previous}   | -Dedge-routine.name=hello -Dedge-routine.codeRevision=previous
                    the body was '{"name": 1}', {nothing}  | the body was '{"name": 1}', {nothing}
                    {name=$1\\}                            | -Dedge-routine.name=$1\\
                    """)
    void anOptionIsNamedAsAUserOfMavenWritesIt(String message, String written) {
        assertEquals(written, NAMES.written(message));
    }

    @Test
    void everyLevelOfTheLogNamesOptionsInThisWay() {
        List<String> lines = new ArrayList<>();
        Log log = OptionLog.of(
                new SystemStreamLog() {
                    @Override
                    public void warn(CharSequence message) {
                        lines.add("warn " + message);
                    }

                    @Override
                    public void info(CharSequence message, Throwable error) {
                        lines.add("info " + message + " " + error.getMessage());
                    }

                    @Override
                    public boolean isInfoEnabled() {
                        throw new IllegalStateException("closed");
                    }
                },
                NAMES);

        log.warn("{timeout}");
        log.info("{name}", new IllegalStateException("x"));
        assertThrows(IllegalStateException.class, log::isInfoEnabled);

        assertEquals(List.of("warn <timeout> (-Dedge-routine.timeout)", "info <name> (-Dedge-routine.name) x"), lines);
    }
}
