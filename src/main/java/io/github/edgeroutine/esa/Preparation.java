// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.call.GoalTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits until a new version can run, within the time of the goal. */
final class Preparation {

    /** The same pause as in the official client. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** The limit of failed reads in a row. After that the next step finds out whether the version is ready. */
    private static final int MOST_LOST = 3;

    private final SignedRpc rpc;
    private final GoalTime time;

    Preparation(SignedRpc rpc, GoalTime time) {
        this.rpc = rpc;
        this.time = time;
    }

    /**
     * Also returns if the state is not known.
     *
     * @param parameters the names of the routine and the version
     * @throws CallFailedException if the version cannot run, or is not ready before the time is over
     */
    void await(CodeRevision version, Map<String, String> parameters) throws CallFailedException {
        RpcOperation<Readiness> asking = RpcOperation.read(
                EsaAction.VERSION_INFO.action(), parameters, answer -> VersionReader.readiness(answer.body()));
        Duration pause = FIRST_PAUSE;
        int lost = 0;
        while (lost < MOST_LOST) {
            Optional<Readiness> readiness = ask(asking);
            if (readiness.filter(Readiness.READY::equals).isPresent()) {
                return;
            }
            if (readiness.filter(Readiness.FAILED::equals).isPresent()) {
                throw unusable(
                        version,
                        "the service could not prepare it",
                        "Delete it with edge-routine:prune, and run the goal again.");
            }
            lost = readiness.isPresent() ? 0 : lost + 1;
            pause(pause, version);
            pause = Collections.min(List.of(LONGEST_PAUSE, pause.multipliedBy(3).dividedBy(2)));
        }
    }

    /** Empty if the answer was lost. If the service does not say it, the version counts as ready. */
    private Optional<Readiness> ask(RpcOperation<Readiness> asking) {
        try {
            return Optional.of(rpc.call(asking));
        } catch (CallFailedException e) {
            return e.mayPass() || time.isUp() ? Optional.empty() : Optional.of(Readiness.READY);
        }
    }

    private void pause(Duration pause, CodeRevision version) throws CallFailedException {
        try {
            time.sleep(time.atMost(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable(version, "the build was stopped before it was ready", "Run the goal again.");
        }
        if (time.isUp()) {
            throw unusable(version, "the goal had used all of its time before it was ready", "Raise {timeout}.");
        }
    }

    private static CallFailedException unusable(CodeRevision version, String how, String remedy) {
        return new CallFailedException(
                        "revision " + version + " was created, but " + how, Reason.UNANSWERED, Effect.UNKNOWN, remedy)
                .ofThisCall();
    }
}
