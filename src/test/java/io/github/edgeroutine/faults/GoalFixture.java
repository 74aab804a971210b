// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.dcdn.DcdnRoutines;
import io.github.edgeroutine.dcdn.InjectedFault;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.PublishProgress;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.UploadResult;
import io.github.edgeroutine.routine.upkeep.Uploader;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All of a goal but its Mojo, put together as in a build, on the wire to a simulator. Pauses take none of real time. */
final class GoalFixture implements PublishProgress {

    static final int RETRIES = 3;

    private final DcdnAccount account;
    private final RoutineClient routines;
    private final GoalTime time;
    private Optional<String> flaw = Optional.empty();
    private Duration paused = Duration.ZERO;
    private final List<String> warnings = new ArrayList<>();

    /** Makes the adapter of a service. */
    @FunctionalInterface
    interface Adapter {

        EdgeRoutines connect(Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials);
    }

    /** @param account what the goals under test cannot see of the service */
    public GoalFixture(URI endpoint, DcdnAccount account, Duration limit, Duration readTimeout) {
        this(DcdnRoutines::new, endpoint, account, limit, readTimeout);
    }

    private GoalFixture(Adapter adapter, URI endpoint, DcdnAccount account, Duration limit, Duration readTimeout) {
        this.account = account;
        InstantSource clock = () -> Instant.now().plus(paused);
        this.time = new GoalTime(limit, clock, pause -> paused = paused.plus(pause));
        HttpSettings network =
                new HttpSettings(Duration.ofSeconds(5), readTimeout, time, target -> Optional.empty(), Tls.ofJvm());
        Credentials credentials = Credentials.of(
                InjectedFault.KEY.id(), InjectedFault.KEY.secret(), InjectedFault.KEY.securityToken(), "a test");
        EdgeRoutines wire = adapter.connect(
                Endpoint.parse(endpoint.toString()), network, new RateLimit(RateLimit.turns()), credentials);
        this.routines = new RoutineClient(
                wire, new Retrying(new CallLog(Caller.ONCE, clock), wire, RETRIES, time, this, () -> 1));
    }

    /** With a service whose account the test has for itself. */
    static GoalFixture of(Adapter adapter, URI endpoint) {
        return new GoalFixture(adapter, endpoint, new DcdnAccount(), Duration.ofMinutes(5), Duration.ofSeconds(10));
    }

    /** What is published here answers no probe. */
    GoalFixture broken() {
        flaw = Optional.of("the status is 500 instead of 200");
        return this;
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
        return new Publisher(routines, this, time, new HealthGate((probe, left) -> flaw, time, this), memory);
    }

    DcdnAccount account() {
        return account;
    }

    Duration paused() {
        return paused;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void planned(List<Plan> plans) {
        // What is planned is told by the outcome too.
    }

    @Override
    public void waits(String sentence) {
        // Nobody waits here.
    }

    @Override
    public void warn(String sentence) {
        warnings.add(sentence);
    }
}
