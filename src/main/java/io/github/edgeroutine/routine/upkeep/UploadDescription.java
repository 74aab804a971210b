// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the console lists beside a revision.
 *
 * @param text one line of at most {@link #LONGEST} characters
 * @param given how many characters were asked for
 */
public record UploadDescription(String text, int given) {

    /** The service takes no more characters. */
    public static final int LONGEST = 50;

    /** What the user wrote, on one line and cut: a description is no reason not to deploy. */
    public static UploadDescription of(String written) {
        String line = oneLine(written);
        int length = line.codePointCount(0, line.length());
        return new UploadDescription(line.substring(0, line.offsetByCodePoints(0, Math.min(length, LONGEST))), length);
    }

    /** As much of a project as fits: the version and the commit tell most. */
    public static UploadDescription ofProject(String group, String artifact, String version, Optional<String> commit) {
        String versioned =
                artifact + ":" + version + commit.map(hash -> " " + hash).orElse("");
        String text = Stream.of(group + ":" + versioned, versioned)
                .filter(each -> each.length() <= LONGEST)
                .findFirst()
                .orElseGet(() -> versioned.substring(Math.max(0, versioned.length() - LONGEST)));
        return new UploadDescription(text, text.length());
    }

    /** Whether a part of it is missing that the user wrote. */
    public boolean isCut() {
        return given > LONGEST;
    }

    /** Often it is a commit message: on a line of its own the CI server would take a part of it for a command. */
    private static String oneLine(String written) {
        return written.replaceAll("[\\s\\p{Cntrl}\\x{2028}\\x{2029}]+", " ").strip();
    }
}
