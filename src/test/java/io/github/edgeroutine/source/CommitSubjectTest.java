// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.NodeOfMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses real repositories. */
class CommitSubjectTest {

    @TempDir
    Path directory;

    @Test
    void theSubjectIsTheFirstLineOfTheMessage() throws Exception {
        commit("Grüß the visitors\n\nThey asked for it.\n");

        assertEquals(Optional.of("Grüß the visitors"), CommitSubject.of(Files.createDirectories(file("a/b"))));
    }

    @Test
    void aCloneHasTheMessageToo() throws Exception {
        commit("Say hello");
        git("gc", "-q");

        assertEquals(Optional.of("Say hello"), CommitSubject.of(file("repository")));
    }

    @Test
    void withoutACommitTheResultIsEmpty() throws Exception {
        git("init", "-q");

        assertEquals(Optional.empty(), CommitSubject.of(file("repository")));
    }

    @Test
    void withoutADirectoryTheResultIsEmpty() {
        assertEquals(Optional.empty(), CommitSubject.of(directory.resolve("nowhere")));
    }

    private Path file(String path) {
        return directory.resolve("repository").resolve("repository".equals(path) ? "" : path);
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("init", "-q");
        Path text = Files.writeString(directory.resolve("message"), message);
        git(
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@example.com",
                "commit",
                "-q",
                "--allow-empty",
                "-F",
                text.toString());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("git.log");
        assertEquals(
                0,
                NodeOfMachine.run(Files.createDirectories(directory.resolve("repository")), command, Map.of(), log),
                () -> command.toString());
    }
}
