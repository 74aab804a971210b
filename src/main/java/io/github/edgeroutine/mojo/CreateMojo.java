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
 * Creates an Edge Routine if the account does not have it, and reads it back. A routine that is there stays as it is. The
 * new one has no code: <code>upload</code> brings it. On the way of an upload, its <code>createRoutine</code> does the same.
 *
 * @since 0.1.0
 */
@Mojo(name = "create", requiresProject = false, threadSafe = true)
public final class CreateMojo extends EdgeRoutineMojo<NewRoutine> {

    private record Created(int schemaVersion, String routine, boolean dryRun, boolean created) {}

    /**
     * What the console lists beside the routine, of at most 50 characters. By default there is none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.routineDescription")
    private String routineDescription;

    /**
     * How staging and production are set up, on DCDN alone, each an <code>environmentSetting</code> as
     * <code>configure</code> takes it. Canary regions are left out with a warning, because a new routine has none. Without it
     * the service decides. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration environmentSettings;

    /**
     * Whether the routine is made for static files (<code>assets</code> of <code>upload</code>), on ESA alone. What the service
     * does with it is not documented. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.hasAssets", defaultValue = "false")
    private String hasAssets;

    /**
     * Shows whether the routine would be created, and writes nothing. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * A file for programs that gets one JSON object in UTF-8: the routine, <code>dryRun</code>, and whether it was
     * <code>created</code> or, in a dry run, would be. It is written whole or not at all. By default there is none.
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
