// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.routine.CallFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Has the classes of the first call loaded by other threads, while the goal still reads its parameters. The SDK's signers
 * take longest: with them comes BouncyCastle, whose large jar is signed, and the JVM checks all of that signature.
 */
public final class HeadStart {

    private static final Answer EMPTY_ROUTINE =
            new Answer(200, "{\"RequestId\":\"0\",\"Content\":{\"EnvConf\":{\"staging\":{}},\"CodeRevs\":[]}}");

    private final CompletableFuture<Void> work;

    /** Begins. */
    public HeadStart() {
        this.work = CompletableFuture.allOf(
                CompletableFuture.runAsync(HeadStart::sign, HeadStart::run),
                CompletableFuture.runAsync(HeadStart::read, HeadStart::run));
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "edge-routine-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void sign() {
        Credentials nobody = Credentials.of("nobody", "nothing", null, "nowhere");
        SignedRpc.sign(Endpoint.parse("https://127.0.0.1"), nobody.key(), "DescribeRoutine", Map.of());
    }

    private static void read() {
        ForeignText foreign = new ForeignText(List.of());
        try {
            JsonObject answer = new AnswerReader(foreign).read("DescribeRoutine", EMPTY_ROUTINE);
            new RoutineReader(foreign).state(answer);
        } catch (CallFailedException e) {
            throw new IllegalStateException("an empty routine cannot be read", e);
        }
    }

    /** Waits for it, so that no thread outlives the goal. */
    public void end() {
        work.join();
    }
}
