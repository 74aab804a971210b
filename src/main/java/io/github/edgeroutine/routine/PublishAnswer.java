// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.Optional;

/**
 * How a publish was confirmed.
 *
 * @param requestId the id under which Alibaba Cloud's support finds the call; empty if no answer had one
 * @param revision what the service says it published, digits or not; empty if it names none, as in its documented sample
 * @param deployment the id that the service gave to what it did, fit to print; empty if it gives none
 * @param seen empty if the service confirmed it; otherwise what the routine showed after the answer was missing or refused
 */
public record PublishAnswer(
        Optional<String> requestId,
        Optional<String> revision,
        Optional<String> deployment,
        Optional<RoutineState> seen) {

    public PublishAnswer {
        revision = revision.filter(named -> !named.isBlank());
    }

    /** Of the service. */
    public PublishAnswer(String requestId, Optional<String> revision, Optional<String> deployment) {
        this(Optional.of(requestId), revision, deployment, Optional.empty());
    }

    /** Of a service whose deployments have no id. */
    public PublishAnswer(String requestId, Optional<String> revision) {
        this(requestId, revision, Optional.empty());
    }

    /** The routine shows the publish, though the call failed. */
    public static PublishAnswer by(RoutineState state, CallFailedException failure) {
        return new PublishAnswer(failure.requestId(), Optional.empty(), Optional.empty(), Optional.of(state));
    }

    /** Whether the service says that it published what runs there. */
    public boolean names(Live live) {
        return live != Live.NOTHING && live.isKnown() && revision.equals(Optional.of(live.toString()));
    }

    /** @throws CallFailedException if the service says that it published another revision than the one asked for */
    public void confirm(Traffic asked) throws CallFailedException {
        Optional<String> another = revision.filter(named ->
                asked.shares().keySet().stream().map(CodeRevision::digits).noneMatch(named::equals));
        if (another.isPresent()) {
            throw new CallFailedException(
                    "the service confirmed another revision, " + another.get() + " (request id "
                            + requestId.orElse("none") + ")",
                    Reason.UNREADABLE,
                    Effect.UNKNOWN,
                    "Open a ticket with the request id if it happens again.",
                    requestId.orElse(null));
        }
    }
}
