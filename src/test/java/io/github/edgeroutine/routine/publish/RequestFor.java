// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import java.time.Duration;
import java.util.List;

/** Wishes about the routine hello, in the words of a POM. What is not said has its default. */
public final class RequestFor {

    private final RevisionChoice revision;
    private final Targets targets;
    private LeftBehind leftBehind = LeftBehind.WARN;
    private boolean force;
    private boolean dryRun;
    private Duration verifyTimeout = Duration.ofSeconds(30);
    private boolean restoreOnFailure;
    private List<Probe> probes = List.of();

    private RequestFor(RevisionChoice revision, Targets targets) {
        this.revision = revision;
        this.targets = targets;
    }

    /** @param revision digits, latest or @environment */
    public static RequestFor choice(RevisionChoice choice, String... environments) {
        return new RequestFor(choice, Targets.parse(List.of(environments), MadeUpService.OPEN));
    }

    public static RequestFor revision(String revision, String... environments) {
        return choice(RevisionChoice.parse(revision, MadeUpService.OPEN), environments);
    }

    public RequestFor leftBehind(LeftBehind choice) {
        leftBehind = choice;
        return this;
    }

    public RequestFor force() {
        force = true;
        return this;
    }

    public RequestFor dryRun() {
        dryRun = true;
        return this;
    }

    public RequestFor verifyTimeout(Duration patience) {
        verifyTimeout = patience;
        return this;
    }

    public RequestFor restoreOnFailure() {
        restoreOnFailure = true;
        return this;
    }

    public RequestFor probes(Probe... what) {
        probes = List.of(what);
        return this;
    }

    public PublishRequest request() {
        return new PublishRequest(
                new RoutineName("hello"),
                revision,
                targets,
                leftBehind,
                force,
                dryRun,
                verifyTimeout,
                restoreOnFailure,
                probes);
    }
}
