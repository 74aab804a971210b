// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import io.github.edgeroutine.mojo.context.BuildEnd;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.rollback.Invocation;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.maven.execution.MavenSession;

/**
 * This build as one run of all modules and executions. They share only types of the JDK, because each may have its own
 * class loader.
 */
public final class RunOfBuild {

    private final Map<String, Object> shared;
    private final MavenSession session;

    /** Create the first one before any publish that waits for the end of the build, so that the run ends after it. */
    public RunOfBuild(GoalContext goal) {
        this.shared = goal.shared();
        this.session = goal.session();
        shared.computeIfAbsent("edge-routine.successes", key -> begin());
    }

    private Queue<Runnable> begin() {
        Queue<Runnable> successes = new ConcurrentLinkedQueue<>();
        BuildEnd.call(session.getRequest(), () -> {
            if (!session.getResult().hasExceptions()) {
                successes.forEach(Runnable::run);
            }
        });
        return successes;
    }

    public String id() {
        return (String) shared.computeIfAbsent(
                "edge-routine.run",
                key -> Invocation.id(
                        session.getStartTime().toInstant(),
                        UUID.randomUUID().toString().substring(0, 8)));
    }

    /** Runs work when the build ends without a failure. */
    @SuppressWarnings("unchecked")
    public void onSuccess(Runnable work) {
        ((Queue<Runnable>) shared.get("edge-routine.successes")).add(work);
    }

    /** The invocations that a rollback of this build reverts, at one endpoint with one account. Empty at first. */
    @SuppressWarnings("unchecked")
    public Set<String> takenBack(String place) {
        return (Set<String>)
                shared.computeIfAbsent("edge-routine.takenBack " + place, key -> ConcurrentHashMap.newKeySet());
    }
}
