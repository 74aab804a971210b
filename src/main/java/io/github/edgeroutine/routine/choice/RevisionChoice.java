// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Traffic;
import java.util.Optional;

/** Which revision to publish: a specific one, the newest, the one that another environment runs, or a future one. */
public sealed interface RevisionChoice {

    /** A specific revision. */
    record Exactly(CodeRevision revision) implements RevisionChoice {
        @Override
        public String toString() {
            return "revision " + revision;
        }
    }

    /** Several revisions with their shares, as an environment ran them before. */
    record Shares(Traffic traffic) implements RevisionChoice {
        @Override
        public String toString() {
            return "revision " + traffic;
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

    /** The revision of an upload that was a dry run. Only a dry run can plan with it. */
    record ToCome() implements RevisionChoice {
        @Override
        public String toString() {
            return "the new revision";
        }
    }

    /** What ran before: one revision or several. */
    static RevisionChoice of(Traffic traffic) {
        return traffic.alone().<RevisionChoice>map(Exactly::new).orElseGet(() -> new Shares(traffic));
    }

    /** The wanted revisions, if they are known without the state of the routine. */
    default Optional<Traffic> given() {
        if (this instanceof Exactly exactly) {
            return Optional.of(Traffic.all(exactly.revision()));
        }
        return this instanceof Shares shares ? Optional.of(shares.traffic()) : Optional.empty();
    }

    /**
     * @param text digits, {@code latest}, or {@code @} and an environment
     * @param service which environments there are
     * @throws IllegalArgumentException if it is something else; the message quotes it
     */
    static RevisionChoice parse(String text, ServiceTraits service) {
        if (text.equals("latest")) {
            return new Latest();
        }
        return text.startsWith("@")
                ? new LiveIn(service.environment(text.substring(1)))
                : new Exactly(new CodeRevision(text));
    }
}
