// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.Optional;

/**
 * How a publish was confirmed.
 *
 * @param requestId the id under which Alibaba Cloud's support finds the call; empty if no answer had one
 * @param revision the published revision as the service returned it, not always digits; empty if the answer has none
 * @param deployment the id of the new deployment, can be printed; empty if the service returns none
 * @param seen empty if the service confirmed it; otherwise the state of the routine after a missing answer or an error
 */
public record PublishAnswer(
        Optional<String> requestId,
        Optional<String> revision,
        Optional<String> deployment,
        Optional<RoutineState> seen) {

    public PublishAnswer {
        revision = revision.filter(named -> !named.isBlank());
    }

    /** An answer of the service. */
    public PublishAnswer(String requestId, Optional<String> revision, Optional<String> deployment) {
        this(Optional.of(requestId), revision, deployment, Optional.empty());
    }

    /** For a service whose deployments have no id. */
    public PublishAnswer(String requestId, Optional<String> revision) {
        this(requestId, revision, Optional.empty());
    }

    /** The routine shows the publish, although the call failed. */
    public static PublishAnswer by(RoutineState state, CallFailedException failure) {
        return new PublishAnswer(failure.requestId(), Optional.empty(), Optional.empty(), Optional.of(state));
    }

    /** Whether the service returned the revision that runs there. */
    public boolean names(Live live) {
        return live != Live.NOTHING && live.isKnown() && revision.equals(Optional.of(live.toString()));
    }

    /** @throws CallFailedException if the service returned another revision than the requested one */
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
