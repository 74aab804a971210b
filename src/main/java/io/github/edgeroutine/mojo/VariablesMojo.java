// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.MavenSecrets;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.connection.RoutineSeed;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.VariableSetting;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Variable;
import io.github.edgeroutine.routine.publish.Targets;
import io.github.edgeroutine.routine.upkeep.VariableChanges;
import io.github.edgeroutine.routine.upkeep.VariableSetter;
import io.github.edgeroutine.routine.upkeep.VariablesRequest;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Sets function variables of environments, on ESA only. It shows the names of the variables that are different, and sets
 * only these. It does not change a variable that the POM does not name. A revision gets the variables of its environment
 * (<code>variablesOf</code> of <code>upload</code>) when it is made, so existing revisions do not change.
 *
 * @since 0.1.0
 */
@Mojo(name = "variables", requiresProject = false, threadSafe = true)
public final class VariablesMojo extends EdgeRoutineMojo<VariablesRequest> {

    private record SetVariables(int schemaVersion, String routine, boolean dryRun, Map<String, Set<String>> set) {}

    /**
     * The environments that get the variables: <code>staging</code>, <code>production</code>, or both.
     * <strong>Required</strong>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * The variables that are not secret, each given as a <a href="usage.html#variable"><code>variable</code></a> with
     * <code>name</code> and <code>value</code>. Only in the POM. <strong>Required</strong>, unless there are
     * <code>secrets</code>.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration variables;

    /**
     * The secret variables, each given as a <a href="usage.html#secret"><code>secret</code></a> with <code>name</code>, and
     * <code>serverId</code> or <code>env</code>. A secret cannot be read back, so the plugin sets it each time. Only in the
     * POM. <strong>Required</strong>, unless there are <code>variables</code>.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration secrets;

    /**
     * Shows what would be set, and sets nothing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    private final MavenServices build;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, <code>dryRun</code>, and in <code>set</code> for each
     * environment the names of the variables that were set, or would be set in a dry run. The file is written completely or
     * not at all. Default: none, no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    VariablesMojo(MavenServices maven) {
        super(maven);
        this.build = maven;
    }

    @Override
    Optional<VariablesRequest> validate(ParameterErrors faults) {
        MavenSecrets kept = new MavenSecrets(build.session(), build.decrypter());
        Map<String, Variable> wanted =
                new VariableSetting(goal(), kept::ofServer, kept::ofVariable).read(variables, secrets, faults);
        Optional<Targets> places =
                faults.read("environments", () -> Targets.parse(ParameterText.names(environments), goal().service()));
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return routine()
                .require(faults)
                .flatMap(routine -> places.map(
                        where -> new VariablesRequest(routine, where.named(), wanted, ParameterText.isOn(dryRun))));
    }

    @Override
    void run(VariablesRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        try (Connection service = connection.open(RoutineSeed.of(request.routine()))) {
            VariableSetter setter = new VariableSetter(service.routines());
            List<VariableChanges> plan = setter.plan(request);
            goal().log().info("Variables of routine " + request.routine() + ":");
            plan.stream().flatMap(changes -> changes.lines().stream()).forEach(goal().log()::info);
            boolean isUpToDate = plan.stream().allMatch(changes -> changes.due().isEmpty());
            if (isUpToDate) {
                goal().log().info("Up to date: there was no variable to set.");
            } else if (request.dryRun()) {
                goal().log().info("Dry run: nothing was set.");
            } else {
                setter.carryOut(request, plan);
                goal().log()
                        .info("The variables were set. Existing revisions keep their old values. Upload the"
                                + " code again to get a revision with the new values. If the code has"
                                + " not changed, set {force}.");
            }
            Map<String, Set<String>> set = new LinkedHashMap<>();
            plan.forEach(changes ->
                    set.put(changes.environment().name(), changes.due().keySet()));
            new OutputFile(outputFile)
                    .write(new SetVariables(1, request.routine().text(), request.dryRun(), set));
        }
    }
}
