// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import java.util.Optional;

/**
 * The service's answer to a publish.
 *
 * @param requestId the id under which Alibaba Cloud's support finds the call, never empty
 * @param revision the revision that the service says it published, digits or not; empty, or an empty text, if it names none, which
 *     its documented sample answer does not either
 */
public record PublishAnswer(String requestId, Optional<String> revision) {

    public PublishAnswer {
        revision = revision.filter(named -> !named.isBlank());
    }

    /** Whether the service says that it published what runs there. */
    public boolean names(Live live) {
        return live != Live.NOTHING && live.isKnown() && revision.equals(Optional.of(live.toString()));
    }

    /** @throws CallFailedException if the service says that it published another revision than the one asked for */
    public void confirm(Traffic asked) throws CallFailedException {
        boolean isAnother = revision.filter(named -> asked.shares().keySet().stream()
                        .map(CodeRevision::digits)
                        .noneMatch(named::equals))
                .isPresent();
        if (isAnother) {
            throw new CallFailedException(
                    "the service confirmed another revision, " + revision.get() + " (request id " + requestId + ")",
                    Kind.UNREADABLE,
                    Effect.UNKNOWN,
                    "Open a ticket with the request id if it happens again.",
                    requestId);
        }
    }
}
