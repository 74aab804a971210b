// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.connection.RoutineSeed;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.EnvironmentSetting;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.report.SettingTable;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.upkeep.ConfigureRequest;
import io.github.edgeroutine.routine.upkeep.Configurer;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Sets the CPU time and the domains of environments, on DCDN only. It shows which settings are different, writes only
 * these, and reads them again. It does not change an environment that the POM does not name. A canary region that the
 * routine does not have is added. This region is then no longer part of production.
 *
 * @since 0.1.0
 */
@Mojo(name = "configure", requiresProject = false, threadSafe = true)
public final class ConfigureMojo extends EdgeRoutineMojo<ConfigureRequest> {

    private record Configured(int schemaVersion, String routine, boolean dryRun, List<String> environments) {}

    /**
     * The settings that the environments get, each as an
     * <a href="usage.html#environmentSetting"><code>environmentSetting</code></a> with <code>environment</code>,
     * <code>specName</code> and <code>allowedHosts</code>. Settings that are left out do not change. Only in the POM.
     * <strong>Required</strong>.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration environmentSettings;

    /**
     * Shows what would be written, and writes nothing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, <code>dryRun</code>, and in <code>environments</code> the
     * environments that were written, or would be written in a dry run. The file is written completely or not at all.
     * Default: none, no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    ConfigureMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<ConfigureRequest> validate(ParameterErrors faults) {
        Map<Environment, Setting> settings = EnvironmentSetting.all(environmentSettings, goal(), faults);
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return routine()
                .require(faults)
                .map(routine -> new ConfigureRequest(routine, settings, ParameterText.isOn(dryRun)));
    }

    @Override
    void run(ConfigureRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        RoutineName routine = request.routine();
        try (Connection service = connection.open(RoutineSeed.of(routine))) {
            RoutineState state = new StateReader(service.routines()).read(routine, "configure the environments");
            Configurer.refuseOtherSpellings(routine, state, request.settings().keySet());
            Map<Environment, Setting> differences = state.differences(request.settings());
            tell(request, state, differences);
            if (!request.dryRun() && !differences.isEmpty()) {
                new Configurer(service.routines(), service.time(), new LoggedProgress(goal().log()))
                        .write(routine, differences);
            }
            report(differences.isEmpty(), request.dryRun());
            new OutputFile(outputFile)
                    .write(new Configured(
                            1,
                            routine.text(),
                            request.dryRun(),
                            differences.keySet().stream().map(Environment::name).toList()));
        }
    }

    private void tell(ConfigureRequest request, RoutineState state, Map<Environment, Setting> differences) {
        SettingTable.of(request.routine(), request.settings(), state, differences.keySet())
                .forEach(goal().log()::info);
        Configurer.warning(state, differences.keySet()).ifPresent(goal().log()::warn);
    }

    private void report(boolean upToDate, boolean dry) {
        if (upToDate) {
            goal().log().info("Up to date: there was nothing to configure.");
        } else {
            goal().log().info(dry ? "Dry run: nothing was written." : "Configured and verified.");
        }
    }
}
