// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class StatusMojoTest extends MojoFixture {

    private static final String GOAL = "status";

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "format", value = "xml")
    void anUnknownFormatIsNamed(StatusMojo mojo) {
        assertEquals("<format> (-Dedge-routine.format) 'xml' is neither table nor json; " + NO_NAME, faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "format", value = " json ")
    void spaceAroundAFormatDoesNotMatter(StatusMojo mojo) throws MojoFailureException {
        assertEquals("hello", wish(mojo).text());
    }
}
