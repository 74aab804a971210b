// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.fixture.NodeOfMachine;
import io.github.edgeroutine.local.NodeSearch;
import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.source.CodeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CodeGateTest {

    private static final String NO_LISTENER =
            "<codeFile> (-Dedge-routine.codeFile) has no addEventListener, so it probably does not answer"
                    + " requests: index.js.";

    @TempDir
    Path directory;

    private final List<String> log = new ArrayList<>();

    @Test
    void anExceptionInTheHandlerIsAWarning() throws Exception {
        check(CheckMode.AUTO, NodeOfMachine.node(), "addEventListener('fetch', e => e.respondWith(e.none.x));");

        assertEquals(
                List.of("The code runs, but a request for https://www.example.com/ failed: TypeError: Cannot"
                        + " read properties"
                        + " of undefined (reading 'x') (index.js:1:53). If the edge has what is missing"
                        + " here, you can ignore this warning."),
                log);
    }

    @Test
    void codeThatOnlyNeedsTheNetworkGivesNoWarning() throws Exception {
        check(
                CheckMode.AUTO,
                NodeOfMachine.node(),
                "addEventListener('fetch', e => e.respondWith(fetch('http://origin.example.com/')));");

        assertEquals(List.of(), log);
    }

    @Test
    void aPossibleErrorIsAWarningAndTheRunDecides() throws Exception {
        check(CheckMode.OFF, directory, "self['add' + 'EventListener']('fetch', e => e.respondWith('hello'));");
        check(
                CheckMode.AUTO,
                NodeOfMachine.node(),
                "self['add' + 'EventListener']('fetch', e => e.respondWith('hello'));");

        assertEquals(List.of(NO_LISTENER, NO_LISTENER), log);
    }

    /** The script prints a version and nothing more. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNodeThatCannotRunTheHostFailsTheGoalOnlyIfTheRunIsRequired() throws Exception {
        Path broken = Files.writeString(
                directory.resolve("node"), "#!/bin/sh\n[ $1 = --version ] && echo v20.1.0 || exit 3\n");
        assertTrue(broken.toFile().setExecutable(true));
        String code = "addEventListener('fetch', e => e.respondWith('hello'));";
        String reason = "Node.js 20.1 (" + broken + ") could not run the code: Node.js ended with exit code 3.";

        check(CheckMode.AUTO, broken, code);

        assertEquals(
                List.of("The code was not run, only its text was checked: " + reason
                        + " To run it, install Node.js, or give its path with <nodeExecutable>"
                        + " (-Dedge-routine.nodeExecutable)."),
                log);
        assertEquals(
                "The code was not run, but {runCheck} requires it: " + reason
                        + " Install Node.js, or give its path with {nodeExecutable}. Nothing was uploaded.",
                assertThrows(GoalFailedException.class, () -> check(CheckMode.REQUIRE, broken, code))
                        .getMessage());
    }

    private void check(CheckMode run, Path node, String code) throws Exception {
        GoalContext any = GoalOf.service(DcdnTraits.TRAITS);
        SystemStreamLog lines = new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                log.add(line.toString());
            }

            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }
        };
        GoalContext goal = new GoalContext(any.session(), null, any.execution(), lines, DcdnTraits.TRAITS);
        NodeSearch search = new NodeSearch(Optional.of(node), "", List.of());
        new CodeGate(goal, Strictness.FAIL, run, search, List.of())
                .check(new CodeFile(Path.of("index.js"), code.getBytes(UTF_8)));
    }
}
