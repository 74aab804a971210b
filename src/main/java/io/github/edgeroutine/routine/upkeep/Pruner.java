// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static java.util.stream.Collectors.partitioningBy;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes unused revisions, oldest first. */
public final class Pruner {

    /** Two servers of the service may show different states for a short time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RoutineClient routines;
    private final ReadBack readBack;

    /** @param time for the checks of what was deleted */
    public Pruner(RoutineClient routines, GoalTime time, Progress progress) {
        this.routines = routines;
        this.readBack = new ReadBack(routines, time, progress);
    }

    /**
     * The revisions that may be deleted. Not deleted are the newest revisions, revisions that an environment runs,
     * protected revisions, and revisions of a present upload. If it is not known what runs, nothing is deleted. An
     * incomplete upload does not count as one of the newest.
     *
     * @param keep how many of the newest are kept in any case
     * @param spared protected revisions, which a rollback would need
     * @return incomplete uploads, then the others, each oldest first
     */
    public static List<Revision> plan(RoutineState state, int keep, Set<CodeRevision> spared) {
        if (doubt(state).isPresent()) {
            return List.of();
        }
        Map<Boolean, List<Revision>> leftovers = state.revisions().stream()
                .collect(partitioningBy(revision -> revision.readiness() == Readiness.ABANDONED));
        Deque<Revision> deletable = new ArrayDeque<>();
        Stream.concat(leftovers.get(false).stream().skip(keep), leftovers.get(true).stream())
                .filter(revision -> revision.readiness() != Readiness.PREPARING)
                .filter(revision -> state.running(revision.number()).isEmpty())
                .filter(revision -> !spared.contains(revision.number()))
                .forEach(deletable::addFirst);
        return List.copyOf(deletable);
    }

    /** A sentence about why nothing may be deleted; empty if the state shows what runs. */
    public static Optional<String> doubt(RoutineState state) {
        if (!state.unknown().isEmpty()) {
            return Optional.of("No revision is deleted, because it is not known what runs in "
                    + CommaList.of(state.unknown()) + ".");
        }
        boolean runsAnything = state.live().values().stream().anyMatch(live -> live != Live.NOTHING);
        return state.revisions().isEmpty() || runsAnything
                ? Optional.empty()
                : Optional.of(
                        "No revision is deleted, because no environment of the routine shows a revision that runs.");
    }

    /**
     * Deletes them, and checks that they do not exist any more.
     *
     * @return the state of the routine afterwards
     * @throws GoalFailedException if one cannot be deleted, if one still exists, or if this is not known
     */
    public RoutineState delete(RoutineName routine, List<Revision> revisions) throws GoalFailedException {
        for (Revision revision : revisions) {
            try {
                routines.delete(routine, revision.number());
            } catch (CallFailedException e) {
                int gone = revisions.indexOf(revision);
                throw new GoalFailedException("Could not delete revision " + revision + " of routine " + routine + ": "
                        + e.getMessage() + ". Deleted before this failure: " + gone + " of " + revisions.size() + ". "
                        + e.remedy());
            }
        }
        RoutineState state = readBack.await(
                        routine, seen -> left(revisions, seen).isEmpty(), true, new Patience(PATIENCE))
                .orElseThrow(() -> new GoalFailedException("The service confirmed that it deleted "
                        + words(revisions) + " of routine " + routine
                        + ", but the routine could not be read afterwards. It is not known whether they still"
                        + " exist. Check with edge-routine:status."));
        List<Revision> left = left(revisions, state);
        if (!left.isEmpty()) {
            throw new GoalFailedException("The service confirmed that it deleted " + words(revisions) + " of routine "
                    + routine + ", but the routine still has " + words(left)
                    + ". Run the goal again. Open a ticket if this does not change.");
        }
        return state;
    }

    Optional<RoutineState> look(RoutineName routine) {
        return readBack.lastLook(routine);
    }

    private static List<Revision> left(List<Revision> deleted, RoutineState state) {
        return deleted.stream()
                .filter(revision -> state.keeps(revision.number()))
                .toList();
    }

    static String words(List<Revision> revisions) {
        return (revisions.size() == 1 ? "revision " : "revisions ")
                + CommaList.of(revisions.stream()
                        .map(revision -> revision.number().digits())
                        .toList());
    }
}
