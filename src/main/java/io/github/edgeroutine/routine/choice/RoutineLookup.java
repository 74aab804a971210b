// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.choice.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.choice.RevisionChoice.Latest;
import io.github.edgeroutine.routine.choice.RevisionChoice.LiveIn;
import java.util.List;

/** Finds what a user asks for in the state of a routine. If it is missing, the failure lists what exists. */
public record RoutineLookup(RoutineName routine, RoutineState state) {

    private static final String REVISION = "{codeRevision}";
    private static final String ENVIRONMENTS = "{environments}";

    /**
     * @throws GoalFailedException if the routine does not have the revision, or the choice means several
     * @throws IllegalArgumentException if the choice is not one that a user can write
     */
    public CodeRevision revision(RevisionChoice choice) throws GoalFailedException {
        if (choice instanceof Exactly exactly) {
            demand(exactly.revision());
            return exactly.revision();
        }
        if (choice instanceof LiveIn source) {
            demand(source.environment(), REVISION);
            return aloneIn(
                    source.environment(), REVISION + " @" + source.environment(), "Use the digits of one of them.");
        }
        if (choice instanceof Latest) {
            return state.latest()
                    .orElseThrow(() -> new GoalFailedException("Routine " + routine
                            + " has no committed revision yet, so {codeRevision} latest cannot be used."));
        }
        throw new IllegalArgumentException(choice.toString());
    }

    /** A revision that runs somewhere exists, even if the list does not show it. */
    public void demand(CodeRevision asked) throws GoalFailedException {
        if (!state.keeps(asked) && state.running(asked).isEmpty()) {
            String others = CommaList.of(
                    state.revisions().stream().map(Revision::toString).toList());
            throw new GoalFailedException("Routine " + routine + " has no revision " + asked
                    + ", see {codeRevision}. "
                    + (others.isEmpty() ? "It has no revision." : "It has, newest first: " + others + "."));
        }
    }

    /** @param option the option that contains the environment, in braces */
    public void demand(Environment environment, String option) throws GoalFailedException {
        if (!state.live().containsKey(environment)) {
            throw new GoalFailedException("Routine " + routine + " has no environment " + environment + ", see "
                    + option + ". " + Nearest.hint(environment.name(), environments()));
        }
    }

    /** The names of all environments of the routine. */
    public List<String> environments() {
        return state.live().keySet().stream().map(Environment::name).toList();
    }

    /**
     * The only revision of an environment that the user has given.
     *
     * @throws GoalFailedException if it runs nothing or several revisions, or if it is not known what it runs
     */
    public CodeRevision runningIn(Environment environment) throws GoalFailedException {
        demand(environment, ENVIRONMENTS);
        return aloneIn(environment, ENVIRONMENTS, "Use edge-routine:download to get the code of one of them.");
    }

    /** @param words what the user wrote to choose one revision */
    private CodeRevision aloneIn(Environment source, String words, String remedy) throws GoalFailedException {
        Live live = state.liveIn(source);
        if (live.traffic().isPresent() && live.alone().isEmpty()) {
            throw new GoalFailedException("Environment " + source + " of routine " + routine + " runs " + live + ", so "
                    + words + " does not identify one revision. " + remedy);
        }
        if (!live.isKnown()) {
            throw new GoalFailedException("It is not known what " + source + " of routine " + routine + " runs, so "
                    + words + " cannot be used.");
        }
        return live.alone()
                .orElseThrow(() -> new GoalFailedException("No committed revision runs in " + source + " of routine "
                        + routine + ", so " + words + " cannot be used."));
    }
}
