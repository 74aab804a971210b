// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Optional;

/**
 * A revision that would run with the function variables of another environment. A revision without variables is not
 * included.
 *
 * @param variablesOf the environment whose variables the revision got when it was created
 * @param places the other environments where it would run
 */
record Misbinding(Revision revision, Environment variablesOf, List<Environment> places) {

    /** @return empty if the list of revisions does not show the variables of the revision */
    static Optional<Misbinding> of(Plan plan, RoutineState state) {
        return plan.revision()
                .alone()
                .flatMap(state::kept)
                .flatMap(revision -> revision.binding()
                        .filter(Binding::hasVariables)
                        .map(Binding::environment)
                        .map(own -> new Misbinding(
                                revision,
                                own,
                                plan.wanted().keySet().stream()
                                        .filter(place -> !place.equals(own))
                                        .toList()))
                        .filter(misbinding -> !misbinding.places.isEmpty()));
    }

    /** A sentence without its full stop. */
    String words(PublishRequest request) {
        return "Revision " + revision.number() + " of routine " + request.routine() + " is bound to the variables of "
                + variablesOf + ", and would use them in "
                + CommaList.of(places.stream().map(Environment::name).toList())
                + " too";
    }

    /** What to do, as a sentence. */
    String remedy() {
        return "Upload the code with {variablesOf=" + places.get(0) + "}, and publish that revision there.";
    }
}
