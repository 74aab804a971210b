package io.github.edgeroutine.routine;

/**
 * The outcome of a publish that the service confirmed.
 *
 * @param requestId the id under which Alibaba Cloud's support finds the call
 */
public record Published(Publication publication, String requestId) {}
