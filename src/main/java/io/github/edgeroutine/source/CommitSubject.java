// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The subject of the current commit of a directory. Runs Git, because the commits of a clone are packed. */
public final class CommitSubject {

    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST = 4096;

    private CommitSubject() {}

    /** The first line of the message. Empty without Git, without a repository, or without a commit. */
    public static Optional<String> of(Path directory) {
        ProcessBuilder builder = new ProcessBuilder(
                        "git", "-c", "i18n.logOutputEncoding=UTF-8", "log", "-1", "--no-show-signature", "--format=%s")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process git = builder.start();
            try {
                git.getOutputStream().close();
                boolean ended = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
                String line = new String(git.getInputStream().readNBytes(ended ? LONGEST : 0), StandardCharsets.UTF_8);
                return Optional.of(line.strip()).filter(text -> !text.isEmpty());
            } finally {
                git.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Git is missing. The publish does not need a message.
        }
        return Optional.empty();
    }
}
