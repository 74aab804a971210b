// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Traffic;
import java.util.Optional;

/** Which revision to publish: a certain one, the newest, the one that another environment runs, or one to come. */
public sealed interface RevisionChoice {

    /** A certain revision. */
    record Exactly(CodeRevision revision) implements RevisionChoice {
        @Override
        public String toString() {
            return "revision " + revision;
        }
    }

    /** Several revisions, with a share each, as an environment ran them before. */
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

    /** The revision that an upload would have made, which was a dry run. Only a dry run can plan with it. */
    record ToCome() implements RevisionChoice {
        @Override
        public String toString() {
            return "the new revision";
        }
    }

    /** What ran before, of one revision or of several. */
    static RevisionChoice of(Traffic traffic) {
        return traffic.alone().<RevisionChoice>map(Exactly::new).orElseGet(() -> new Shares(traffic));
    }

    /** What is wanted, if one need not look at the routine to know that. */
    default Optional<Traffic> given() {
        if (this instanceof Exactly exactly) {
            return Optional.of(Traffic.all(exactly.revision()));
        }
        return this instanceof Shares shares ? Optional.of(shares.traffic()) : Optional.empty();
    }

    /**
     * @param text digits, {@code latest}, or {@code @} and an environment
     * @param service which environments there are
     * @throws IllegalArgumentException if it is none of these; the message quotes it
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
