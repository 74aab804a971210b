// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.KeepSetting;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.upkeep.PruneRequest;
import io.github.edgeroutine.routine.upkeep.Pruner;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Deletes revisions that no environment runs, the oldest first. It keeps each revision that runs in an environment or that
 * a rollback on this machine needs. A deleted revision cannot be restored.
 *
 * @since 0.1.0
 */
@Mojo(name = "prune", requiresProject = false, threadSafe = true)
public final class PruneMojo extends EdgeRoutineMojo<PruneRequest> {

    private record Pruned(int schemaVersion, String routine, boolean dryRun, List<String> deleted) {}

    /**
     * How many of the newest revisions are kept. A revision that a rollback on this machine needs is kept, too. Another
     * machine does not know which revisions these are. Range: 0 to 10 on DCDN, 0 to 1000 on ESA. Default: 5 on DCDN. On ESA
     * it is two fewer than the plan of the account keeps, or 3 if this number is not known.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.keep")
    private String keep;

    /**
     * Shows which revisions would be deleted, and deletes none. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, <code>dryRun</code>, and in <code>deleted</code> the
     * revisions that were deleted, or would be deleted in a dry run. The file is written completely or not at all. Default:
     * none, no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    PruneMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<PruneRequest> validate(ParameterErrors faults) {
        Optional<OptionalInt> most = faults.read("keep", new KeepSetting(keep, goal().service())::number);
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return routine()
                .require(faults)
                .flatMap(routine -> most.map(kept -> new PruneRequest(routine, kept, ParameterText.isOn(dryRun))));
    }

    @Override
    void run(PruneRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        RoutineName routine = request.routine();
        try (Connection service = connection.openToCount()) {
            RoutineState state = new StateReader(service.routines()).read(routine, "prune the revisions");
            Set<CodeRevision> spared = service.memories().needed(routine);
            List<Revision> deletable = Pruner.plan(state, request.keep(goal().service(), state), spared);
            tell(routine, state, deletable, spared);
            if (!request.dryRun() && !deletable.isEmpty()) {
                new Pruner(service.routines(), service.time(), new LoggedProgress(goal().log()))
                        .delete(routine, deletable);
            }
            report(deletable, request.dryRun());
            new OutputFile(outputFile)
                    .write(new Pruned(
                            1,
                            routine.text(),
                            request.dryRun(),
                            deletable.stream()
                                    .map(revision -> revision.number().digits())
                                    .toList()));
        }
    }

    private void tell(RoutineName routine, RoutineState state, List<Revision> deletable, Set<CodeRevision> spared) {
        goal().log()
                .info("Routine " + routine + " has " + state.revisions().size() + " revisions. Of these, "
                        + deletable.size() + " can be deleted.");
        Pruner.doubt(state).ifPresent(goal().log()::warn);
        if (spared.isEmpty() && !deletable.isEmpty()) {
            goal().log()
                    .warn("This machine has no record of a publish of routine " + routine
                            + ". The revision that a rollback would need is not known, so it may be deleted.");
        }
    }

    private void report(List<Revision> deleted, boolean dry) {
        deleted.forEach(
                revision -> goal().log().info((dry ? "Would delete revision " : "Deleted revision ") + revision));
    }
}
