// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitCommitTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";
    private static final Optional<String> FOUND = Optional.of("0123456");

    @TempDir
    private Path directory;

    @Test
    void aBranchIsFollowed() throws IOException {
        git("HEAD", "ref: refs/heads/feature/one\n");
        git("refs/heads/feature/one", HASH + "\n");

        assertEquals(FOUND, GitCommit.of(directory));
    }

    @Test
    void aDirectoryBelowBelongsToTheRepository() throws IOException {
        git("HEAD", HASH);

        assertEquals(FOUND, GitCommit.of(Files.createDirectories(directory.resolve("a/b/c"))));
    }

    @Test
    void aPackedBranchIsFollowed() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git(
                "packed-refs",
                "# pack-refs with: peeled fully-peeled sorted \n" + OTHER + " refs/heads/not-main\n" + OTHER
                        + " refs/heads/main2\n" + HASH + " refs/heads/main\n" + OTHER + " refs/tags/v1\n^" + OTHER
                        + "\n");

        assertEquals(FOUND, GitCommit.of(directory));
    }

    @Test
    void aLooseBranchIsNewerThanThePackedOne() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git("refs/heads/main", HASH);
        git("packed-refs", OTHER + " refs/heads/main\n");

        assertEquals(FOUND, GitCommit.of(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {HASH, HASH + "\n", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"})
    void aDetachedHeadIsTheCommit(String head) throws IOException {
        git("HEAD", head);

        assertEquals(FOUND, GitCommit.of(directory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456",
                "no hash at all",
                "ref: refs/heads/unborn",
                "ref: refs/heads",
                "ref: ",
                "ref: ../outside",
                "ref: refs/../../outside",
                "ref: refs/heads/\0"
            })
    void aHeadWithoutACommitGivesNoCommit(String head) throws IOException {
        git("refs/heads/main", OTHER);
        Files.writeString(directory.resolve("outside"), HASH);
        git("HEAD", head);

        assertEquals(Optional.empty(), GitCommit.of(directory));
    }

    @Test
    void anAbsolutePathIsNotFollowed() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), HASH);
        git("HEAD", "ref: " + outside.toAbsolutePath());

        assertEquals(Optional.empty(), GitCommit.of(directory));
    }

    @Test
    void withoutAHeadThereIsNoCommit() throws IOException {
        Files.createDirectories(directory.resolve(".git"));

        assertEquals(Optional.empty(), GitCommit.of(directory));
    }

    /** The name of a branch can have any encoding. */
    @Test
    void packedBranchesInAnotherEncodingAreAllowed() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        Files.writeString(
                directory.resolve(".git/packed-refs"),
                OTHER + " refs/heads/für\n" + HASH + " refs/heads/main\n",
                ISO_8859_1);

        GitCommit.of(directory);
    }

    @Test
    void aWorktreeHasItsOwnHeadAndTheBranchesOfItsRepository() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git("refs/heads/main", OTHER + "\n");
        git("refs/heads/feature", HASH + "\n");
        git("worktrees/one/HEAD", "ref: refs/heads/feature\n");
        git("worktrees/one/commondir", "../..\n");
        Path worktree = Files.createDirectories(directory.resolve("one"));
        Files.writeString(worktree.resolve(".git"), "gitdir: " + directory.resolve(".git/worktrees/one") + "\n");

        assertEquals(FOUND, GitCommit.of(Files.createDirectories(worktree.resolve("src/main"))));
    }

    @Test
    void aWorktreeFindsAPackedBranchOfItsRepository() throws IOException {
        git("packed-refs", HASH + " refs/heads/feature\n");
        git("worktrees/one/HEAD", "ref: refs/heads/feature\n");
        git("worktrees/one/commondir", "../..\n");
        Path worktree = Files.createDirectories(directory.resolve("one"));
        Files.writeString(worktree.resolve(".git"), "gitdir: ../.git/worktrees/one\n");

        assertEquals(FOUND, GitCommit.of(worktree));
    }

    /** The commit of the surrounding repository is not the commit of these files. */
    @Test
    void aSubmoduleHasItsOwnCommit() throws IOException {
        git("HEAD", OTHER);
        git("modules/inner/HEAD", HASH + "\n");
        Path inner = Files.createDirectories(directory.resolve("inner"));
        Files.writeString(inner.resolve(".git"), "gitdir: ../.git/modules/inner\n");

        assertEquals(FOUND, GitCommit.of(inner));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitdir: /elsewhere/.git/worktrees/one\n",
                "gitdir: ../nowhere",
                "gitdir: \0",
                "something else",
                ""
            })
    void aLinkToAMissingRepositoryGivesNoCommit(String link) throws IOException {
        git("HEAD", HASH);
        Path inner = Files.createDirectories(directory.resolve("inner"));
        Files.writeString(inner.resolve(".git"), link);

        assertEquals(Optional.empty(), GitCommit.of(inner));
    }

    private void git(String name, String text) throws IOException {
        Path file = directory.resolve(".git").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
