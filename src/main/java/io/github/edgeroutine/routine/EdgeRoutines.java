package io.github.edgeroutine.routine;

import java.util.List;

/** The Edge Routine service as the decisions see it: one method an operation, answered by a real account or a simulated one. */
public interface EdgeRoutines {

    /**
     * Reads what runs where and which revisions there are.
     *
     * @throws CallFailedException also for a routine that does not exist: the service has no code of its own for that
     */
    RoutineState describe(RoutineName routine) throws CallFailedException;

    /**
     * Lists the account's routines.
     *
     * @return their names, fit to print
     */
    List<String> names() throws CallFailedException;

    /**
     * Puts the revision into the environments, in one call.
     *
     * @return what the service confirmed; a return alone does not mean that the asked revision was confirmed
     * @throws CallFailedException if the service refused, could not be reached or answered in a way that proves nothing
     */
    Receipt publish(Publication publication) throws CallFailedException;
}
