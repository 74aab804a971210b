// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.upkeep.Creator;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Creates the routine if the account does not have it, and reads it again. It does not change a routine that exists. The
 * new routine has no code: use <code>upload</code> next. <code>upload</code> with <code>createRoutine</code> creates the
 * routine, too.
 *
 * @since 0.1.0
 */
@Mojo(name = "create", requiresProject = false, threadSafe = true)
public final class CreateMojo extends EdgeRoutineMojo<NewRoutine> {

    private record Created(int schemaVersion, String routine, boolean dryRun, boolean created) {}

    /**
     * The description of the routine in the console. Range: at most 50 characters. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.routineDescription")
    private String routineDescription;

    /**
     * The settings of staging and production, each as an
     * <a href="usage.html#environmentSetting"><code>environmentSetting</code></a> as for <code>configure</code>, on DCDN
     * only. A canary region is skipped with a warning, because a new routine has none. Only in the POM. Default: none, the
     * service decides.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration environmentSettings;

    /**
     * Whether the routine will have static files (<code>assets</code> of <code>upload</code>), on ESA only. The service
     * does not document what it does with this value. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.hasAssets", defaultValue = "false")
    private String hasAssets;

    /**
     * Shows whether the routine would be created, and writes nothing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, <code>dryRun</code>, and in <code>created</code> whether the
     * routine was created, or would be created in a dry run. The file is written completely or not at all. Default: none,
     * no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    CreateMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<NewRoutine> validate(ParameterErrors faults) {
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return new NewRoutineParameters(goal(), faults)
                .read(
                        routine().require(faults),
                        routineDescription,
                        environmentSettings,
                        ParameterText.isOn(hasAssets));
    }

    @Override
    void run(NewRoutine routine, PendingConnection connection) throws GoalFailedException, IOException {
        boolean dry = ParameterText.isOn(dryRun);
        try (Connection service = connection.open()) {
            RoutineCreation creation = new RoutineCreation(goal(), service, dry);
            Optional<RoutineState> there = creation.find(routine.name());
            if (there.isPresent()) {
                tell(routine, there.get());
            } else {
                creation.make(routine);
            }
            new OutputFile(outputFile).write(new Created(1, routine.name().text(), dry, there.isEmpty()));
        }
    }

    private void tell(NewRoutine routine, RoutineState state) {
        goal().log().info("Routine " + routine.name() + " exists already. It was not changed.");
        List<String> differing = Creator.differing(state, routine.settings());
        if (!differing.isEmpty()) {
            goal().log()
                    .warn("Its settings differ from {environmentSettings}: " + CommaList.of(differing)
                            + ". To change them, run edge-routine:configure.");
        }
    }
}
