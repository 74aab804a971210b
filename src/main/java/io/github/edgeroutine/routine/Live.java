// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/**
 * What an environment runs, as far as that is known. Two values are equal if the same code runs with the same shares.
 */
public sealed interface Live permits Traffic, UnnumberedCode, Live.NoRevision {

    /** Nothing was published there yet. */
    Live NOTHING = NoRevision.NOTHING;

    /** It is not known what runs there. */
    Live UNKNOWN = NoRevision.UNKNOWN;

    /** The revisions that run there; empty if nothing runs, if the code has no number, or if it is not known. */
    default Optional<Traffic> traffic() {
        return Optional.empty();
    }

    /** The only revision that runs there; empty also if several share the traffic. */
    default Optional<CodeRevision> alone() {
        return Optional.empty();
    }

    /** Whether the revision runs there, with any share. */
    default boolean runs(CodeRevision revision) {
        return false;
    }

    default boolean isKnown() {
        return this != UNKNOWN;
    }

    /** No revision is shown: nothing runs, or it is not known what runs. */
    enum NoRevision implements Live {
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

    /** Within a sentence, such as "18", "18 (90 %) and 19 (10 %)", "unstable", "nothing" or "what is not known". */
    @Override
    String toString();
}
