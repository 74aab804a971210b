// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the commit is called that a directory's working tree is at. Git itself is asked: a clone has its commits packed. */
public final class CommitSubject {

    private static final int PATIENCE_SECONDS = 5;
    private static final int LONGEST = 4096;

    private CommitSubject() {}

    /** The first line of the message; empty where there is no Git, no repository, or no commit yet. */
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
            // There is no Git. A publish without a message is still a publish.
        }
        return Optional.empty();
    }
}
