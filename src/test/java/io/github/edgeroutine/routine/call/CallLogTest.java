// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLogTest {

    private static final Instant START = Instant.parse("2026-11-24T11:00:00Z");
    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CallFailedException FAILURE = FakeRoutines.failure(Reason.UNANSWERED, Effect.UNKNOWN);

    private final FakeRoutines account = new FakeRoutines(FakeRoutines.running("production=16"));
    private Instant next = START;
    private final CallLog log = new CallLog(Caller.ONCE, this::nextSecond);
    private final RoutineClient client = new RoutineClient(account, log);

    @Test
    void whatTheServiceAnswersArrivesUnchanged() throws CallFailedException {
        assertEquals(account.client().describe(HELLO), client.describe(HELLO));
        assertEquals(List.of("hello"), client.names());
        assertEquals(new PublishAnswer("A513734D", Optional.of("17")), client.publish(publication()));
    }

    @Test
    void callsAreKeptInTheirOrderWithTheirTimes() throws CallFailedException {
        client.describe(HELLO);
        client.names();
        client.publish(publication());

        assertEquals(
                List.of(
                        call("describe", 0, Optional.empty()),
                        call("names", 2, Optional.empty()),
                        call("publish", 4, Optional.empty())),
                log.calls());
    }

    @Test
    void aFailureArrivesUnchangedAndIsKeptToo() {
        account.looks(FakeRoutines.fails(FAILURE))
                .namesFail(FAILURE)
                .writes(FakeRoutines.failsAfter(FAILURE, "production"));

        assertSame(FAILURE, assertThrows(CallFailedException.class, () -> client.describe(HELLO)));
        assertSame(FAILURE, assertThrows(CallFailedException.class, client::names));
        assertSame(FAILURE, assertThrows(CallFailedException.class, () -> client.publish(publication())));

        Optional<String> words = Optional.of("it went wrong (request id 4711)");
        assertEquals(
                List.of(call("describe", 0, words), call("names", 2, words), call("publish", 4, words)), log.calls());
    }

    @Test
    void aCallIsKeptWithTheRequestIdsOfItsAnswersAndOfNoOther() throws CallFailedException {
        CallLog[] log = new CallLog[1];
        log[0] = new CallLog(
                new Caller() {
                    @Override
                    public <T> T call(Call<T> call) throws CallFailedException {
                        log[0].answered(call.operation() + "-1");
                        log[0].answered(call.operation() + "-2");
                        log[0].answered(call.operation() + "-2");
                        return call.send();
                    }
                },
                this::nextSecond);
        account.namesFail(FAILURE);

        new RoutineClient(account, log[0]).describe(HELLO);
        assertThrows(CallFailedException.class, new RoutineClient(account, log[0])::names);

        assertEquals(
                List.of(List.of("describe-1", "describe-2"), List.of("names-1", "names-2")),
                log[0].calls().stream().map(LoggedCall::requestIds).toList());
    }

    @Test
    void aFailureIsPutIntoTheWordsOfTheReader() {
        account.namesFail(FAILURE);
        assertThrows(CallFailedException.class, client::names);

        assertEquals(
                call("names", 0, Optional.of("it failed (request id 4711)")),
                log.calls().get(0).worded(words -> words.replace("went wrong", "failed")));
    }

    @Test
    void aListOfCallsDoesNotGrow() throws CallFailedException {
        List<LoggedCall> before = log.calls();

        client.names();

        assertEquals(List.of(), before);
    }

    private static PublishCall publication() {
        return new PublishCall(HELLO, new CodeRevision("17"), List.of(new Environment("production")));
    }

    private static LoggedCall call(String operation, int second, Optional<String> failure) {
        return new LoggedCall(
                operation,
                operation.equals("publish"),
                START.plusSeconds(second),
                Duration.ofSeconds(1),
                List.of(),
                failure);
    }

    /** A second passes whenever somebody looks. */
    private Instant nextSecond() {
        Instant now = next;
        next = next.plusSeconds(1);
        return now;
    }
}
