// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two clients upload to one routine at the same time, over a real connection. */
@ParameterizedClass
@EnumSource(names = {"DCDN", "ESA"})
class TwoUploadsTest {

    private static final RoutineName HELLO = new RoutineName("hello");

    private final ServiceUnderTest service;
    private final AccountUnderTest account;
    private final Simulator simulator;

    TwoUploadsTest(ServiceUnderTest service) throws IOException {
        this.service = service;
        this.account = service.account();
        this.simulator = Simulator.start(InjectedFault.KEY, service.service(account));
        account.publish("101", List.of("staging", "production"));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void codeOfAnotherClientIsDetected() throws GoalFailedException {
        simulator.script(service.commit(), Fault.NONE.after(() -> stageAsAnother("theirs")));

        String ours = fixture().upload(upload("ours")).revision().digits();

        assertArrayEquals("ours".getBytes(UTF_8), account.code(ours));
        assertEquals(3, account.revisions().size());
    }

    @Test
    void codeOfAnotherClientIsDetectedAfterALostCommitAnswer() {
        simulator.script(service.commit(), Fault.cut().afterTheOperation().after(() -> stageAsAnother("theirs")));

        String failure = failureOf("ours");

        assertEquals(
                true, failure.contains("is new and contains different code, possibly that of another build"), failure);
        assertEquals("101", account.live().get("production"));
    }

    @Test
    void codeOfAnotherClientIsDetectedAfterALostUploadAnswer() throws GoalFailedException {
        simulator.script("PostObject", Fault.cut().afterTheOperation().after(() -> stageAsAnother("theirs")));
        simulator.script(service.commit(), Fault.NONE.after(() -> stageAsAnother("more of theirs")));

        String ours = fixture().upload(upload("ours")).revision().digits();

        assertArrayEquals("ours".getBytes(UTF_8), account.code(ours));
    }

    /** After a success, the revision of each client has its own code, never the code of the other client. */
    @Test
    void theUploadsOfTwoThreadsAreNeverMixedUp() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 3; round++) {
                List<Callable<Boolean>> uploads = new ArrayList<>();
                for (String code : List.of("a" + round, "b" + round)) {
                    uploads.add(() -> isOwnOrFailed(code));
                }
                for (Future<Boolean> each : threads.invokeAll(uploads)) {
                    assertEquals(true, each.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isOwnOrFailed(String code) {
        try {
            String revision = fixture().upload(upload(code)).revision().digits();
            return code.equals(new String(account.code(revision), UTF_8));
        } catch (GoalFailedException e) {
            return true;
        }
    }

    private String failureOf(String code) {
        try {
            return "none, but revision " + fixture().upload(upload(code)).revision();
        } catch (GoalFailedException e) {
            return e.getMessage();
        }
    }

    private void stageAsAnother(String code) {
        try {
            fixture().routines().stage(HELLO, "theirs", code.getBytes(UTF_8), WireFixture.NOTHING);
        } catch (CallFailedException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    private GoalFixture fixture() {
        return GoalFixture.of(service, simulator.endpoint());
    }

    private static UploadRequest upload(String code) {
        return new UploadRequest(HELLO, "v2", code.getBytes(UTF_8), false, true);
    }
}
