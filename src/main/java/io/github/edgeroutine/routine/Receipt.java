package io.github.edgeroutine.routine;

import java.util.Optional;

/**
 * The service's answer to a publish.
 *
 * @param requestId the id under which Alibaba Cloud's support finds the call, never empty
 * @param revision the revision that the service says it published, digits or not; empty if it names none, which its
 *     documented sample answer does not either
 */
public record Receipt(String requestId, Optional<String> revision) {}
