// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.time.Duration;
import java.util.List;

/** Wishes about the routine hello, in the words of a POM. What is not said has its default. */
public final class WishFor {

    private final RevisionChoice revision;
    private final Targets targets;
    private LeftBehind leftBehind = LeftBehind.WARN;
    private boolean force;
    private boolean dryRun;
    private Duration verifyTimeout = Duration.ofSeconds(30);
    private boolean restoreOnFailure;
    private List<Probe> probes = List.of();

    private WishFor(RevisionChoice revision, Targets targets) {
        this.revision = revision;
        this.targets = targets;
    }

    /** @param revision digits, latest or @environment */
    public static WishFor revision(String revision, String... environments) {
        return new WishFor(RevisionChoice.parse(revision), Targets.parse(List.of(environments)));
    }

    public WishFor leftBehind(LeftBehind choice) {
        leftBehind = choice;
        return this;
    }

    public WishFor force() {
        force = true;
        return this;
    }

    public WishFor dryRun() {
        dryRun = true;
        return this;
    }

    public WishFor verifyTimeout(Duration patience) {
        verifyTimeout = patience;
        return this;
    }

    public WishFor restoreOnFailure() {
        restoreOnFailure = true;
        return this;
    }

    public WishFor probes(Probe... what) {
        probes = List.of(what);
        return this;
    }

    public Wish wish() {
        return new Wish(
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
