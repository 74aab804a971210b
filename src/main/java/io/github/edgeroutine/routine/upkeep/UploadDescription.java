// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The description of a revision in the console.
 *
 * @param text one line of at most {@link #LONGEST} characters
 * @param given how many characters the user gave
 */
public record UploadDescription(String text, int given) {

    /** The largest number of characters that the service accepts. */
    public static final int LONGEST = 50;

    /** The text of the user, on one line and shortened. A long description does not fail the build. */
    public static UploadDescription of(String written) {
        String line = oneLine(written);
        int length = line.codePointCount(0, line.length());
        return new UploadDescription(line.substring(0, line.offsetByCodePoints(0, Math.min(length, LONGEST))), length);
    }

    /** As much of a project as fits. The version and the commit are the most important parts. */
    public static UploadDescription ofProject(String group, String artifact, String version, Optional<String> commit) {
        String versioned =
                artifact + ":" + version + commit.map(hash -> " " + hash).orElse("");
        String text = Stream.of(group + ":" + versioned, versioned)
                .filter(each -> each.length() <= LONGEST)
                .findFirst()
                .orElseGet(() -> versioned.substring(Math.max(0, versioned.length() - LONGEST)));
        return new UploadDescription(text, text.length());
    }

    /** Whether the text of the user was shortened. */
    public boolean isCut() {
        return given > LONGEST;
    }

    /** It is often a commit message. The CI server could read a separate line of it as a command. */
    private static String oneLine(String written) {
        return written.replaceAll("[\\s\\p{Cntrl}\\x{2028}\\x{2029}]+", " ").strip();
    }
}
