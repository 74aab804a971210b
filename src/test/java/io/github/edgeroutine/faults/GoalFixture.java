// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.LoggedCall;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.Flaws;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.PublishProgress;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.UploadResult;
import io.github.edgeroutine.routine.upkeep.Uploader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything of a goal except its Mojo, as in a build, with a connection to a simulator. Pauses take no real time. */
final class GoalFixture implements PublishProgress {

    static final int RETRIES = 3;

    private final RoutineClient routines;
    private final CallLog calls;
    private final GoalTime time;
    private Optional<String> flaw = Optional.empty();
    private final List<String> warnings = new ArrayList<>();

    GoalFixture(ServiceUnderTest service, URI endpoint, SkippedTime clock, Duration limit, Duration readTimeout) {
        this.time = new GoalTime(limit, clock, clock::skip);
        HttpSettings network = new HttpSettings(
                Duration.ofSeconds(5), readTimeout, time, target -> Optional.empty(), ConnectionPool.ofJvm());
        Credentials credentials = Credentials.of(
                InjectedFault.KEY.id(), InjectedFault.KEY.secret(), InjectedFault.KEY.securityToken(), "a test");
        this.calls = new CallLog(Caller.ONCE, clock);
        EdgeRoutines wire = service.adapter()
                .connect(
                        Endpoint.parse(endpoint.toString()),
                        network,
                        new RateLimit(RateLimit.turns()),
                        credentials,
                        calls::answered);
        this.routines = new RoutineClient(wire, new Retrying(calls, wire, RETRIES, time, this, () -> 1));
    }

    /** With the default time of a goal. */
    static GoalFixture of(ServiceUnderTest service, URI endpoint) {
        return of(service, endpoint, new SkippedTime());
    }

    static GoalFixture of(ServiceUnderTest service, URI endpoint, SkippedTime clock) {
        return new GoalFixture(service, endpoint, clock, Duration.ofMinutes(5), Duration.ofSeconds(10));
    }

    /** The code that is published here does not answer probes. */
    GoalFixture broken() {
        flaw = Optional.of("the status is 500 instead of 200");
        return this;
    }

    List<LoggedCall> calls() {
        return calls.calls();
    }

    RoutineClient routines() {
        return routines;
    }

    GoalTime time() {
        return time;
    }

    UploadResult upload(UploadRequest upload) throws GoalFailedException {
        Uploader uploader = new Uploader(routines, time, this, Set.of());
        return uploader.carryOut(upload, uploader.plan(upload));
    }

    Publisher publisher() {
        return publisher(RollbackMemory.NONE);
    }

    Publisher publisher(RollbackMemory memory) {
        return new Publisher(routines, this, time, new HealthGate(Flaws.of((probe, left) -> flaw), time, this), memory);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void planned(List<Plan> plans) {
        // The outcome contains the plan too.
    }

    @Override
    public void waits(String sentence) {
        // The test does not wait.
    }

    @Override
    public void warn(String sentence) {
        warnings.add(sentence);
    }
}
