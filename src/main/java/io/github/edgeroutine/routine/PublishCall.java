// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;
import java.util.Optional;

/**
 * The request to put one code revision of a routine into environments.
 *
 * @param environments at least one, without repetition, in the order in which they are sent
 */
public record PublishCall(RoutineName routine, CodeRevision revision, List<Environment> environments) {

    public PublishCall {
        environments = List.copyOf(environments);
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("a publication needs an environment");
        }
    }

    /** Whether the state shows the revision in every environment. */
    public boolean isShownBy(RoutineState state) {
        return environments.stream()
                .allMatch(environment -> state.liveIn(environment).equals(Optional.of(revision)));
    }

    /** The request in a few words, such as "revision 16 of routine hello in staging, production". */
    @Override
    public String toString() {
        String names = CommaList.of(environments.stream().map(Environment::name).toList());
        return "revision " + revision + " of routine " + routine + " in " + names;
    }
}
