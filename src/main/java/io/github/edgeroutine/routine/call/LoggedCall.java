// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One call and its result.
 *
 * @param operation its name, such as "publish"
 * @param isWrite whether it may change something
 * @param requestIds of the answers, in order; some services need several requests for one call
 * @param failure empty on success
 */
public record LoggedCall(
        String operation,
        boolean isWrite,
        Instant started,
        Duration took,
        List<String> requestIds,
        Optional<String> failure) {

    /** The same, with a rewritten failure. */
    public LoggedCall worded(UnaryOperator<String> words) {
        return new LoggedCall(operation, isWrite, started, took, requestIds, failure.map(words));
    }
}
