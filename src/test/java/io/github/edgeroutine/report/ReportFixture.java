// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.time.ZoneOffset.UTC;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.Caller;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.LoggedCall;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.health.ProbeAnswer;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.PublishProgress;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.publish.RollbackMemory;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A publish on an account in memory, with everything that a report needs. The clock does not move. */
record ReportFixture(Outcome outcome, List<LoggedCall> calls, List<Plan> plans) {

    static final Instant START = Instant.parse("2026-11-24T11:00:00Z");

    static ReportFixture of(RequestFor request, FakeRoutines account) {
        Answering service = new Answering();
        CallLog log = new CallLog(service, Clock.fixed(START, UTC));
        service.log = log;
        GoalTime time = new GoalTime(Duration.ofHours(1), Clock.fixed(START, UTC), duration -> {});
        Plans plans = new Plans(new ArrayList<>());
        Outcome outcome = new Publisher(
                        new RoutineClient(account, new Retrying(log, account, 0, time, plans, () -> 1)),
                        plans,
                        time,
                        new HealthGate(ReportFixture::answer, time, plans),
                        RollbackMemory.NONE)
                .publish(request.request());
        return new ReportFixture(outcome, log.calls(), plans.heard());
    }

    /** The edge has one page. */
    private static ProbeAnswer answer(Probe probe, Duration left) {
        int status = probe.url().getPath().endsWith("missing") ? 404 : 200;
        return new ProbeAnswer(OptionalInt.of(status), probe.flaw(status, ""));
    }

    List<NextStep> next(RunMemory memory) {
        return NextSteps.of(outcome, memory, false, new MadeUpCommands(List.of()));
    }

    /** Commands without a POM. */
    record MadeUpCommands(List<String> omitted) implements NextSteps.Commands {

        @Override
        public String goal(String goal, Map<String, String> options) {
            return "mvn edge-routine:" + goal + " " + options;
        }

        @Override
        public String build() {
            return "mvn deploy";
        }

        @Override
        public String build(String option, String value) {
            return "mvn deploy -Dedge-routine." + option + "=" + value;
        }
    }

    Path page(Path directory) throws IOException {
        return page(directory, Optional.empty());
    }

    /** Writes the report and its page, and returns the page. */
    Path page(Path directory, Optional<String> message) throws IOException {
        Path json = directory.resolve("publish.json");
        new JsonReport("0.1.0", "https://dcdn.aliyuncs.com", false)
                .write(
                        json,
                        outcome,
                        message,
                        RunMemory.none(new RoutineName("hello")),
                        next(RunMemory.none(new RoutineName("hello"))),
                        calls,
                        START,
                        START.plusMillis(1234));
        return HtmlReport.beside(json);
    }

    /** Gives each answer a request id: a publish has the one of the account, the reads are numbered. */
    private static final class Answering implements Caller {

        private CallLog log;
        private int reads;

        @Override
        public <T> T call(Call<T> call) throws CallFailedException {
            T result = call.send();
            log.answered(
                    result instanceof PublishAnswer answer ? answer.requestId().orElseThrow() : "READ-" + ++reads);
            return result;
        }
    }

    private record Plans(List<Plan> heard) implements PublishProgress {

        @Override
        public void planned(List<Plan> plans) {
            heard.addAll(plans);
        }

        @Override
        public void waits(String sentence) {}

        @Override
        public void warn(String sentence) {}
    }
}
