// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class PruneMojoTest extends MojoFixture {

    private static final String GOAL = "prune";

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "keep", value = "11")
    void moreThanTheServiceKeepsCannotBeKept(PruneMojo mojo) {
        assertEquals("<keep> (-Dedge-routine.keep) is 11, but must be from 0 to 10; " + NO_NAME, faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "keep", value = "-1")
    void aNegativeNumberIsRefused(PruneMojo mojo) {
        assertEquals("<keep> (-Dedge-routine.keep) is -1, but must be from 0 to 10", faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void theDefaultDependsOnTheService(PruneMojo mojo) throws MojoFailureException {
        assertEquals(OptionalInt.empty(), request(mojo).given());
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "keep", value = "0")
    void zeroIsAllowed(PruneMojo mojo) throws MojoFailureException {
        assertEquals(OptionalInt.of(0), request(mojo).given());
    }
}
