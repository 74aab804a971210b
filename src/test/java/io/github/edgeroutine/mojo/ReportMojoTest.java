// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.reporting.MavenReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ReportMojoTest extends MojoFixture {

    private static final String GOAL = "report";
    private static final String NO_REPORT = "src/test/resources/no-such-report.json";
    private static final String NOT_A_REPORT = "pom.xml";

    @TempDir
    private Path site;

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NO_REPORT)
    void withoutAReportTheSiteHasNoPage(ReportMojo mojo) {
        Log log = mock();
        mojo.setLog(log);

        assertFalse(mojo.canGenerateReport());
        verify(log).info("Nothing was published here yet: there is no " + new File(NO_REPORT).getAbsolutePath() + ".");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NOT_A_REPORT)
    void theCommandLineOverridesThePom(ReportMojo mojo) throws ReflectiveOperationException {
        Log log = mock();
        mojo.setLog(log);
        set(ReportMojo.class, mojo, "directory", site.toFile());
        commandLine("reportFile", "none.json");

        assertFalse(mojo.canGenerateReport());
        verify(log).info("Nothing was published here yet: there is no " + site.resolve("none.json") + ".");
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NOT_A_REPORT)
    void anInvalidReportFailsTheSite(ReportMojo mojo) {
        mojo.setReportOutputDirectory(site.toFile());

        assertTrue(mojo.canGenerateReport());
        assertEquals(
                "A file could not be read or written: " + new File(NOT_A_REPORT).getAbsolutePath()
                        + " is not a report of this plugin: delete it, or set another <reportFile>"
                        + " (-Dedge-routine.reportFile)",
                assertThrows(MavenReportException.class, () -> mojo.generate(null, Locale.ENGLISH))
                        .getMessage());
        assertEquals(0, site.toFile().list().length);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NO_REPORT)
    void byHandAMissingReportIsLogged(ReportMojo mojo) throws MojoFailureException {
        Log log = mock();
        mojo.setLog(log);
        mojo.setReportOutputDirectory(site.toFile());

        mojo.execute();

        verify(log).info("Nothing was published here yet: there is no " + new File(NO_REPORT).getAbsolutePath() + ".");
        assertEquals(0, site.toFile().list().length);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NOT_A_REPORT)
    void byHandAnInvalidReportFailsTheBuild(ReportMojo mojo) {
        mojo.setReportOutputDirectory(site.toFile());

        assertEquals(
                "A file could not be read or written: " + new File(NOT_A_REPORT).getAbsolutePath()
                        + " is not a report of this plugin: delete it, or set another <reportFile>"
                        + " (-Dedge-routine.reportFile)",
                failure(mojo));
    }
}
