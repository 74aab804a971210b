// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Loads the classes of the first call in other threads, while the goal still reads its parameters. The SDK's signers
 * take longest: they need BouncyCastle, whose large jar is signed, and the JVM verifies the whole signature. TLS with
 * the trust store is the next slowest.
 */
public final class ClassPreload {

    private final List<FutureTask<?>> work = new ArrayList<>();

    /**
     * Starts the threads.
     *
     * @param read reads an answer in the form of the service
     */
    public ClassPreload(Runnable read) {
        begin(ClassPreload::sign);
        begin(read);
    }

    private void begin(Runnable slow) {
        FutureTask<?> task = new FutureTask<>(slow, null);
        work.add(task);
        Thread thread = new Thread(task, "edge-routine-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void sign() {
        Credentials nobody = Credentials.of("nobody", "nothing", null, "nowhere");
        Api nothing = new Api("", "", error -> Optional.empty());
        new RequestSigner(nothing, Endpoint.parse("https://127.0.0.1"), nobody.key())
                .sign(RpcOperation.read("", Map.of(), RpcAnswer::requestId));
    }

    /** Waits for the threads, so that none runs longer than the goal. An interrupt ends the wait. */
    public void end() {
        try {
            for (FutureTask<?> task : work) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("classes of the first call cannot be loaded", e.getCause());
        }
    }
}
