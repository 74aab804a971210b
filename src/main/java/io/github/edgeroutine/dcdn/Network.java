package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.GoalTime;
import java.time.Duration;

/**
 * How calls travel.
 *
 * @param connectTimeout for a connection, the TLS handshake included
 * @param readTimeout for each wait on the answer
 * @param time of the goal that makes the calls, which ends them too
 */
public record Network(Duration connectTimeout, Duration readTimeout, GoalTime time, RateLimit limit) {}
