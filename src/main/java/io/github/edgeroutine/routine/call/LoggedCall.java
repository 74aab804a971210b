// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One call, as it ended.
 *
 * @param operation its name, such as "publish"
 * @param isWrite whether it may change something
 * @param requestId of a publish that was answered, and of any call that failed with one
 * @param failure empty on success
 */
public record LoggedCall(
        String operation,
        boolean isWrite,
        Instant started,
        Duration took,
        Optional<String> requestId,
        Optional<String> failure) {

    /** The same, with other words for its failure. */
    public LoggedCall worded(UnaryOperator<String> words) {
        return new LoggedCall(operation, isWrite, started, took, requestId, failure.map(words));
    }
}
