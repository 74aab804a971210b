// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/** What an environment runs, as far as that is known. Two are equal if the same code runs with the same shares. */
public sealed interface Live permits Traffic, UnnumberedCode, Live.NoRevision {

    /** Nothing was published there yet. */
    Live NOTHING = NoRevision.NOTHING;

    /** It cannot be told what runs there. */
    Live UNKNOWN = NoRevision.UNKNOWN;

    /** The revisions that run there; empty if nothing runs, if it has no number, or if it is not known. */
    default Optional<Traffic> traffic() {
        return Optional.empty();
    }

    /** The revision that runs there alone; empty also if several share the traffic. */
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

    /** Where no revision is seen: because nothing runs, or because it cannot be told what runs. */
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
