// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.ProbeSetting;
import io.github.edgeroutine.mojo.parameters.RolloutSetting;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of a publish. Before the check, each may be {@code null} or invalid. */
public record PublishParameters(
        String codeRevision,
        List<String> environments,
        String percent,
        PlexusConfiguration rollout,
        String leftBehind,
        String force,
        String dryRun,
        String verifyTimeout,
        String restoreOnFailure,
        PlexusConfiguration probes,
        String allowSnapshot,
        String strictVariables) {

    /** @return empty after an error */
    public Optional<PublishRequest> read(
            Optional<RoutineName> routine, GoalContext goal, ConnectionParameters connection, ParameterErrors faults) {
        boolean dry = ParameterText.isOn(dryRun);
        Optional<RevisionChoice> revision = new ToBeUploaded(goal).choice(routine, codeRevision, dry, faults);
        Optional<Rollout> pace = RolloutSetting.read(percent, rollout, goal, faults);
        Optional<Targets> targets = targets(pace, goal, faults);
        Optional<LeftBehind> canaries =
                faults.require("leftBehind", leftBehind, "give warn, fail or ignore", LeftBehind::parse);
        List<Probe> checks = ProbeSetting.all(probes, goal, faults);
        Duration patience =
                new VerifyTimeout(verifyTimeout, connection).read(checks, pace.orElse(Rollout.AT_ONCE), faults);
        new SnapshotRule(goal.project(), allowSnapshot).check(targets, faults);
        boolean again = ParameterText.isOn(force);
        boolean restore = ParameterText.isOn(restoreOnFailure);
        boolean strict = ParameterText.isOn(strictVariables);
        if (Stream.of(routine, revision, targets, canaries, pace).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return faults.read(
                "environments",
                () -> new PublishRequest(
                        routine.get(),
                        revision.get(),
                        targets.get(),
                        canaries.get(),
                        again,
                        dry,
                        patience,
                        restore,
                        checks,
                        pace.get(),
                        strict,
                        Map.of()));
    }

    /** Without {@code <environments>}, uses the environments of the steps. */
    private Optional<Targets> targets(Optional<Rollout> pace, GoalContext goal, ParameterErrors faults) {
        List<String> names = ParameterText.names(environments);
        Optional<Targets> steps = pace.flatMap(Rollout::targets).filter(any -> names.isEmpty());
        return steps.isPresent() ? steps : faults.read("environments", () -> Targets.parse(names, goal.service()));
    }
}
