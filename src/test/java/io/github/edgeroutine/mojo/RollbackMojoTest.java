// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.rollback.RollbackRequest;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class RollbackMojoTest extends MojoFixture {

    private static final String GOAL = "rollback";
    /** Says what to publish: revision 17 in production and presetCanaryZhejiang. */
    private static final String WHOLE_LIFE = "src/test/resources/whole-life/pom.xml";

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void thePublishParametersOfThePomAreIgnored(RollbackMojo mojo) throws MojoFailureException {
        RollbackRequest request = request(mojo);

        assertEquals("hello", request.routine().orElseThrow().text());
        assertFalse(request.alone());
        assertEquals(Optional.empty(), request.revision());
        assertEquals(Optional.empty(), request.targets());
    }

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void aRoutineOnTheCommandLineIsTheOnlyOne(RollbackMojo mojo) throws MojoFailureException {
        commandLine("name", "hello");

        assertTrue(request(mojo).alone());
    }

    /** Maven gives the goal the value of the POM, even if the command line sets another one. */
    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void theCommandLineSetsRevisionAndEnvironments(RollbackMojo mojo) throws MojoFailureException {
        commandLine("codeRevision", " 12 ");
        commandLine("environments", "production,staging");

        RollbackRequest request = request(mojo);
        assertEquals("revision 12", request.revision().orElseThrow().toString());
        assertEquals("production, staging", request.targets().orElseThrow().toString());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "hello")
    void aRevisionCanBeTheLatestOrThatOfAnEnvironmentOrThePreviousOne(RollbackMojo mojo) throws MojoFailureException {
        for (String words : List.of("latest", "@staging")) {
            commandLine("codeRevision", words);
            assertTrue(request(mojo).revision().isPresent(), words);
        }
        commandLine("codeRevision", "previous");
        assertTrue(request(mojo).previous());
        assertEquals(Optional.empty(), request(mojo).revision());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void theNameIsOptional(RollbackMojo mojo) throws MojoFailureException {
        assertEquals(Optional.empty(), request(mojo).routine());
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anInvalidEnvironmentIsTheOnlyError(RollbackMojo mojo) {
        commandLine("environments", "a b");

        assertEquals(
                "<environments> (-Dedge-routine.environments) contains 'a b', which is not a valid environment"
                        + " name. Use staging, production or a canary region such as presetCanaryZhejiang",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void anEmptiedRevisionIsNamed(RollbackMojo mojo) {
        commandLine("codeRevision", "");

        assertEquals(
                "<codeRevision> (-Dedge-routine.codeRevision) '' is not a code revision: use digits, such as"
                        + " 1620876959997924701",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void emptiedEnvironmentsAreNamed(RollbackMojo mojo) {
        commandLine("environments", "");

        assertTrue(faults(mojo).startsWith("<environments> (-Dedge-routine.environments) is missing"));
    }
}
