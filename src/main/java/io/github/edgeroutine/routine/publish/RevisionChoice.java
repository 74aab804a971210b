// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;

/** Which revision to publish: a certain one, the newest, the one that another environment runs, or one to come. */
public sealed interface RevisionChoice {

    /** A certain revision. */
    record Exactly(CodeRevision revision) implements RevisionChoice {
        @Override
        public String toString() {
            return "revision " + revision;
        }
    }

    /** The newest revision that the routine has. */
    record Latest() implements RevisionChoice {
        @Override
        public String toString() {
            return "the latest revision";
        }
    }

    /** What the environment runs now. */
    record LiveIn(Environment environment) implements RevisionChoice {
        @Override
        public String toString() {
            return "the revision that " + environment + " runs";
        }
    }

    /** The revision that an upload would have made, which was a dry run. Only a dry run can plan with it. */
    record ToCome() implements RevisionChoice {
        @Override
        public String toString() {
            return "the new revision";
        }
    }

    /**
     * @param text digits, {@code latest}, or {@code @} and an environment
     * @throws IllegalArgumentException if it is none of these; the message quotes it
     */
    static RevisionChoice parse(String text) {
        if (text.equals("latest")) {
            return new Latest();
        }
        return text.startsWith("@")
                ? new LiveIn(new Environment(text.substring(1)))
                : new Exactly(CodeRevision.parse(text));
    }
}
