// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.NodeOfMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The programs here are shell scripts that only print a version. */
@DisabledOnOs(OS.WINDOWS)
class NodeSearchTest {

    @TempDir
    Path directory;

    @Test
    void theFirstNewEnoughNodeOnThePathIsUsed() throws IOException {
        node("old", "v16.20.2");
        node("odd", "Node");
        Path right = node("right", "v18.0.0");
        node("later", "v22.1.0");

        assertEquals(
                Optional.of(new NodeRuntime(right, 18, 0)),
                search("none", "", "old", "odd", "right", "later").find());
    }

    @Test
    void theNodeOfFrontendMavenPluginIsUsedIfThePathHasNone() throws IOException {
        Path installed = node("project/node", "v20.11.1");

        NodeSearch search = new NodeSearch(
                Optional.empty(), "/nowhere" + File.pathSeparator, List.of(directory, directory.resolve("project")));

        assertEquals(Optional.of(new NodeRuntime(installed, 20, 11)), search.find());
    }

    @Test
    void aMissingNodeIsReportedWithTheReason() throws IOException {
        NodeSearch search = search("none");

        assertEquals(Optional.empty(), search.find());
        assertEquals(
                "Node.js 18 or newer was not found on the PATH, and frontend-maven-plugin has not installed it"
                        + " in the project",
                search.reason());
    }

    @Test
    void onlyTheGivenNodeIsUsed() throws IOException {
        Path old = node("old", "v16.20.2");
        node("right", "v18.0.0");
        NodeSearch search =
                new NodeSearch(Optional.of(old), directory.resolve("right").toString(), List.of());

        assertEquals(Optional.empty(), search.find());
        assertEquals(old + " is not Node.js 18 or newer", search.reason());
    }

    @Test
    void theNodeOfThisMachineIsFound() throws IOException {
        Path node = NodeOfMachine.node();

        assertTrue(NodeRuntime.of(node).orElseThrow().isNewEnough());
    }

    @Test
    void eachVersionGetsTheLimitsThatItSupports() {
        assertFalse(command(18, 20).contains("permission"));
        assertTrue(command(20, 1).contains("--experimental-permission, --allow-fs-read=/host"));
        assertTrue(command(22, 12).contains("--experimental-permission"));
        assertTrue(command(22, 13).contains(", --permission, "));
        assertTrue(command(23, 5).contains(", --permission, "));
        assertFalse(command(24, 0).contains("--allow-net"));
        assertTrue(command(25, 0).contains("--allow-net"));
        assertFalse(new NodeRuntime(Path.of("node"), 25, 0)
                .command(Path.of("/host/main.cjs"), false)
                .contains("--allow-net"));
    }

    private static String command(int major, int minor) {
        return new NodeRuntime(Path.of("node"), major, minor)
                .command(Path.of("/host/main.cjs"), true)
                .toString();
    }

    private NodeSearch search(String... names) {
        List<String> path = List.of(names).stream()
                .map(name -> name.isEmpty() ? "" : directory.resolve(name).toString())
                .toList();
        return new NodeSearch(Optional.empty(), String.join(File.pathSeparator, path), List.of());
    }

    private Path node(String name, String says) throws IOException {
        Path file = Files.createDirectories(directory.resolve(name)).resolve("node");
        Files.writeString(file, "#!/bin/sh\necho " + says + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
