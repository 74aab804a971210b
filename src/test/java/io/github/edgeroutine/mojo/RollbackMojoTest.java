// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The report whole-life/publish.json remembers 15 of staging, 16 of production and 14 of presetCanaryZhejiang. */
@MojoTest
class RollbackMojoTest extends MojoFixture {

    private static final String GOAL = "rollback";
    /** Says what to publish: revision 17 in production and presetCanaryZhejiang. */
    private static final String WHOLE_LIFE = "src/test/resources/whole-life/pom.xml";

    private static final String REPORT = "src/test/resources/whole-life/publish.json";
    private static final String NO_REPORT = "src/test/resources/no-such-report.json";
    private static final String HINT =
            ": give -Dedge-routine.name, -Dedge-routine.codeRevision and -Dedge-routine.environments";

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void whatThePomSaysOfAPublishDoesNotCount(RollbackMojo mojo) throws MojoFailureException {
        assertEquals("staging=15 production=16 presetCanaryZhejiang=14", earlier(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    void theReportKnowsTheRoutine(RollbackMojo mojo) throws MojoFailureException {
        assertEquals("hello", wish(mojo).routine().text());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "codeRevision", value = " 12 ")
    @MojoParameter(name = "environments", value = "production,staging")
    void theCommandLineSaysWhatAndWhere(RollbackMojo mojo) throws MojoFailureException {
        commandLine("codeRevision", " 12 ");
        commandLine("environments", "production,staging");

        assertEquals("production=12 staging=12", earlier(mojo));
    }

    /** Maven hands the POM's word to the goal even where the command line says something else. */
    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void aRevisionOfTheCommandLineBeatsThePom(RollbackMojo mojo) throws MojoFailureException {
        commandLine("codeRevision", "12");

        assertEquals("staging=12 production=12 presetCanaryZhejiang=12", earlier(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void environmentsOfTheCommandLineBeatThePom(RollbackMojo mojo) throws MojoFailureException {
        commandLine("environments", "staging");

        assertEquals("staging=15", earlier(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "reportFile", value = NO_REPORT)
    @MojoParameter(name = "codeRevision", value = "12")
    @MojoParameter(name = "environments", value = "production")
    void withoutAReportTheCommandLineIsEnough(RollbackMojo mojo) throws MojoFailureException {
        commandLine("codeRevision", "12");
        commandLine("environments", "production");

        assertEquals("production=12", earlier(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "environments", value = "all,staging")
    void allIsNotDroppedSilently(RollbackMojo mojo) throws MojoFailureException {
        commandLine("environments", "all,staging");

        assertEquals("staging=15 production=16 presetCanaryZhejiang=14", earlier(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = NO_REPORT)
    void withoutAReportThereIsNothingToGoBackTo(RollbackMojo mojo) {
        assertEquals(
                "<reportFile> (-Dedge-routine.reportFile) " + absolute(NO_REPORT) + " remembers no earlier revision"
                        + HINT,
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "another")
    @MojoParameter(name = "reportFile", value = REPORT)
    void theReportOfAnotherRoutineDoesNotCount(RollbackMojo mojo) {
        assertEquals(
                "<reportFile> (-Dedge-routine.reportFile) " + absolute(REPORT)
                        + " remembers no earlier revision of routine another" + HINT,
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "environments", value = "staging,presetCanaryHongKong")
    void anEnvironmentThatTheReportDoesNotKnowIsNamed(RollbackMojo mojo) {
        commandLine("environments", "staging,presetCanaryHongKong");

        assertEquals(
                "<reportFile> (-Dedge-routine.reportFile) " + absolute(REPORT)
                        + " remembers no earlier revision of routine hello in presetCanaryHongKong" + HINT,
                faults(mojo));
    }

    /** What is wrong is told, and nothing that is right is blamed. */
    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "environments", value = "a b")
    void aWrongEnvironmentIsTheOnlyFault(RollbackMojo mojo) {
        commandLine("environments", "a b");

        assertEquals(
                "<environments> (-Dedge-routine.environments) names what is no environment, which is staging, production"
                        + " or a canary such as presetCanaryZhejiang: 'a b'",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "codeRevision", value = "latest")
    void aRollbackGoesToARevisionThatIsKnown(RollbackMojo mojo) {
        commandLine("codeRevision", "latest");

        assertEquals(
                "<codeRevision> (-Dedge-routine.codeRevision) 'latest' is no code revision, which is a string of digits"
                        + " such as 1620876959997924701",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "codeRevision", value = "")
    void anEmptiedRevisionIsNamed(RollbackMojo mojo) {
        commandLine("codeRevision", "");

        assertEquals(
                "<codeRevision> (-Dedge-routine.codeRevision) '' is no code revision, which is a string of digits such"
                        + " as 1620876959997924701",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = REPORT)
    @MojoParameter(name = "environments", value = "")
    void emptiedEnvironmentsAreNamed(RollbackMojo mojo) {
        commandLine("environments", "");

        assertEquals("<environments> (-Dedge-routine.environments) ", start(faults(mojo), 45));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "reportFile", value = "src/test/resources/junit-platform.properties")
    void aFileThatIsNoReportIsNamed(RollbackMojo mojo) {
        String file = absolute("src/test/resources/junit-platform.properties");

        assertEquals(
                "<reportFile> (-Dedge-routine.reportFile) cannot be used: " + file + " is no report of this plugin:"
                        + " delete it, or name another <reportFile> (-Dedge-routine.reportFile)",
                faults(mojo));
    }

    private static String earlier(RollbackMojo mojo) throws MojoFailureException {
        return wish(mojo).earlier().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(joining(" "));
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().toString();
    }
}
