// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.Rollout.EnvironmentStep;
import io.github.edgeroutine.routine.publish.Rollout.RolloutStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private Rollout rollout = Rollout.AT_ONCE;
    private boolean strictVariables;
    private Map<Environment, Live> expected = Map.of();

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

    public RequestFor strictVariables() {
        strictVariables = true;
        return this;
    }

    /** @param places each an environment, an equals sign and what must still run there */
    public RequestFor expecting(String... places) {
        expected = FakeRoutines.running(places).live();
        return this;
    }

    public RequestFor percent(int percent) {
        rollout = Rollout.share(percent);
        return this;
    }

    /** @param steps each such as "10" or "10 pause 30" for a share, or "production pause 30" for environments */
    public RequestFor rollout(String... steps) {
        rollout = Rollout.inSteps(Stream.of(steps).map(RequestFor::step).toList());
        return this;
    }

    static RolloutStep step(String words) {
        String[] sides = words.split(" pause ");
        Duration pause = Duration.ofSeconds(sides.length == 1 ? 0 : Long.parseLong(sides[1]));
        return sides[0].matches("-?[0-9]+")
                ? new ShareStep(Integer.parseInt(sides[0]), pause)
                : new EnvironmentStep(Targets.parse(List.of(sides[0].split(" ")), MadeUpService.OPEN), pause);
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
                probes,
                rollout,
                strictVariables,
                expected);
    }
}
