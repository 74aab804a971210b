package io.github.edgeroutine.routine;

/** The Edge Routine service as the decisions see it: one method an operation, answered by a real account or a simulated one. */
public interface EdgeRoutines {

    /**
     * Puts the revision into the environments, in one call.
     *
     * @return what the service confirmed; a return alone does not mean that the asked revision was confirmed
     * @throws CallFailedException if the service refused, could not be reached or answered in a way that proves nothing
     */
    Receipt publish(Publication publication) throws CallFailedException;
}
