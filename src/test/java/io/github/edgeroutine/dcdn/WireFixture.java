// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.AccessKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Shared by the tests with a real connection: the key, the adapter, and the rules for every failure. */
public final class WireFixture {

    public static final AccessKey KEY =
            new AccessKey("STS.NTunitTest0001", "sec/ret+With=Traps", "CAIS/token+==With%Traps");

    /** The state of a routine before a write, if the test does not need it. */
    public static final RoutineState NOTHING = new RoutineState(Map.of(), List.of());

    private WireFixture() {}

    public static Credentials credentials() {
        return Credentials.of(KEY.id(), KEY.secret(), KEY.securityToken(), "a test");
    }

    public static HttpSettings network(int read) {
        return network(read, HttpProxy::ofJvm);
    }

    public static HttpSettings network(int read, Proxies proxies) {
        return network(read, proxies, Tls.ofJvm());
    }

    public static HttpSettings network(int read, Proxies proxies, Tls tls) {
        GoalTime time =
                new GoalTime(Duration.ofHours(1), Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()));
        return new HttpSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(read), time, proxies, new ConnectionPool(tls));
    }

    public static RateLimit limit() {
        return new RateLimit(RateLimit.turns());
    }

    public static RoutineClient routines(String endpoint, Credentials credentials, int readTimeout) {
        return client(Endpoint.parse(endpoint), network(readTimeout), limit(), credentials);
    }

    /** Sends each call once. */
    public static RoutineClient client(
            Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials) {
        return new RoutineClient(new DcdnRoutines(endpoint, network, limit, credentials, id -> {}), Caller.ONCE);
    }

    /**
     * For every failure: no exception is chained, and no secret is in the message.
     *
     * @param more secrets in addition to those of the key
     */
    public static CallFailedException failure(Executable call, String... more) {
        CallFailedException failure = assertThrows(CallFailedException.class, call);
        String words = failure.getMessage() + failure.remedy();
        assertEquals(null, failure.getCause());
        assertEquals(1, words.lines().count());
        Stream.concat(Stream.of(more), List.of(KEY.id(), KEY.secret(), KEY.securityToken(), "Signature=").stream())
                .forEach(secret -> assertFalse(words.contains(secret), () -> "'" + secret + "' is in: " + words));
        return failure;
    }
}
