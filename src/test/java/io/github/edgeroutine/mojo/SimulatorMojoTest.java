// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.OddRpcAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What the goal accepts and refuses. */
@MojoTest
class SimulatorMojoTest extends RehearsalFixture {

    @Test
    @InjectMojo(goal = "simulator")
    @MojoParameter(name = "port", value = "65536")
    @MojoParameter(name = "callsPerSecond", value = "many")
    @MojoParameter(name = "seed", value = "-1")
    @MojoParameter(name = "name", value = "no name")
    void namesEveryErrorInOneMessage(SimulatorMojo mojo) throws Exception {
        Path script = Files.writeString(directory.resolve("faults.txt"), """
                DescribeRoutin: cut
                DescribeRoutine: always cut, none
                GetRoutine: melt
                throttle
                """);
        set(SimulatorMojo.class, mojo, "faultsFile", script.toFile());
        set(SimulatorMojo.class, mojo, "oddAnswers", List.of("null_lists", "backwards"));
        String element = "<faultsFile> (-Dedge-routine.faultsFile) ";

        String faults = faults(inProject(SimulatorMojo.class, mojo));
        assertTrue(faults.contains("NULL_LISTS, NUMBERS_FOR_REVISIONS"), faults);
        assertEquals(
                List.of(
                        "<port> (-Dedge-routine.port) is 65536, but must be from 1 to 65535",
                        "<callsPerSecond> (-Dedge-routine.callsPerSecond) is 'many', but must be a number from 1 to"
                                + " 1000000",
                        "<seed> (-Dedge-routine.seed) is -1, but must be from 0 to 2147483647",
                        "<oddAnswers> (-Dedge-routine.oddAnswers) 'backwards' is not an odd answer. Use one of …",
                        "<name> (-Dedge-routine.name) 'no name' is not a routine name: use letters, digits and"
                                + " hyphens, such as my-routine",
                        element
                                + "names 'DescribeRoutin' in line 1, which is not an operation of the"
                                + " simulator. Did you"
                                + " mean DescribeRoutine?",
                        element
                                + "has a fault in line 2 after one with always or sometimes, which must be the"
                                + " last in its line",
                        element
                                + "has 'melt' in line 3, but must have none, throttle, unknown, error 503 and a"
                                + " code, raw 502, truncated, cut, slow 2s or sometimes 10% cut. Write always"
                                + " before a fault that stays, and after behind a fault"
                                + " that comes after the operation",
                        element
                                + "has no operation in line 4: start the line with an operation or *, then a"
                                + " colon, such as"
                                + " DescribeRoutine: throttle, cut"),
                List.of(faults.replaceFirst("(Use one of )[A-Z_0-9, ]+", "$1…")
                                .replace("10% cut; write", "10% cut\u0000 write")
                                .split("; "))
                        .stream()
                        .map(each -> each.replace('\u0000', ';'))
                        .toList());
    }

    @Test
    @InjectMojo(goal = "simulator")
    @MojoParameter(name = "skip", value = "true")
    void canBeSkipped(SimulatorMojo mojo) throws Exception {
        inProject(SimulatorMojo.class, mojo).execute();

        assertEquals(List.of("Skipped: <skip> in the POM (or the property edge-routine.skip) is set."), log);
    }

    @Test
    @InjectMojo(goal = "simulator")
    void reportsAMissingFileAsAnError(SimulatorMojo mojo) throws Exception {
        commandLine("faultsFile", "nowhere.txt");

        assertEquals(
                "<faultsFile> (-Dedge-routine.faultsFile) is not a file: " + directory.resolve("nowhere.txt"),
                faults(inProject(SimulatorMojo.class, mojo)));
    }

    @Test
    @InjectMojo(goal = "simulator")
    void servesWithTheDefaultFileUntilTheBuildIsInterrupted(SimulatorMojo mojo) throws Exception {
        commandLine("oddAnswers", OddRpcAnswer.NULL_LISTS + ",SHUFFLED");
        Thread build = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (log.isEmpty()) {
                Thread.onSpinWait();
            }
            build.interrupt();
        });
        interrupter.start();

        inProject(SimulatorMojo.class, mojo).execute();

        assertTrue(Thread.interrupted());
        interrupter.join();
        String start = log.get(0);
        assertTrue(start.contains("; " + stateFile("simulator.json") + " contains its address and its keys."), start);
        assertEquals("The simulator was stopped.", log.get(1));
    }
}
