// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.report.WholeFile;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.KeptCode;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the code of a revision to a file. It changes nothing at the service and needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "download", requiresProject = false, threadSafe = true)
public final class DownloadMojo extends EdgeRoutineMojo<DownloadMojo.DownloadRequest> {

    record DownloadRequest(RoutineName routine, RevisionChoice revision, Path file) {}

    private record Downloaded(int schemaVersion, String routine, String revision, String file, int bytes) {}

    /**
     * The revision whose code is downloaded. Give its digits, as the console or <code>status</code> lists them,
     * <code>latest</code> for the newest revision, or <code>@production</code> for the revision that this environment runs.
     * <strong>Required</strong>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The file that gets the code. A relative path starts at the directory of the module, or without a POM at the working
     * directory. If the file exists with different content, the goal fails and does not change it. Set <code>force</code>
     * to replace it. <strong>Required</strong>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.toFile")
    private File toFile;

    /**
     * Replaces a file that exists. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, the revision, the file and its size in bytes. Default: none,
     * no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    DownloadMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<DownloadRequest> validate(ParameterErrors faults) {
        Optional<RevisionChoice> revision = faults.require(
                "codeRevision",
                codeRevision,
                "give the digits of a revision, latest, or @ and an environment",
                text -> RevisionChoice.parse(text, goal().service()));
        Optional<Path> file = faults.read("toFile", this::file);
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return routine()
                .require(faults)
                .flatMap(routine ->
                        revision.flatMap(given -> file.map(where -> new DownloadRequest(routine, given, where))));
    }

    private Path file() {
        return new OutputFile(toFile)
                .path()
                .orElseThrow(() -> new IllegalArgumentException("is missing: give the file to write the code to"));
    }

    @Override
    void run(DownloadRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        try (Connection service = connection.open()) {
            KeptCode kept = KeptCode.of(service.routines(), request.routine(), request.revision());
            byte[] code = kept.code().likeliest();
            write(request.file(), code);
            String what = "Routine " + request.routine() + ", revision " + kept.revision();
            goal().log().info(what + ": " + code.length + " bytes written to " + request.file() + ".");
            new OutputFile(outputFile)
                    .write(new Downloaded(
                            1,
                            request.routine().text(),
                            kept.revision().digits(),
                            request.file().toString(),
                            code.length));
        }
    }

    private void write(Path file, byte[] code) throws GoalFailedException {
        try {
            boolean isInTheWay = Files.exists(file) && !Arrays.equals(code, Files.readAllBytes(file));
            if (isInTheWay && !ParameterText.isOn(force)) {
                throw new GoalFailedException("The file " + file
                        + ", see {toFile}, exists and has different content. Nothing was written. Give"
                        + " another file, or set {force} to replace it.");
            }
            WholeFile.write(file, code);
        } catch (IOException e) {
            throw new GoalFailedException("{toFile} could not be written ("
                    + e.getClass().getSimpleName() + "): " + file + ". Give another file.");
        }
    }
}
