// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** Where no revision is seen: because nothing runs, or because it cannot be told what runs. */
public enum NoRevision implements Live {
    NOTHING("nothing"),
    UNKNOWN("what is not known");

    private final String words;

    NoRevision(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
