// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.connection.RoutineSeed;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.VariablesOf;
import io.github.edgeroutine.mojo.publish.ToBeUploaded;
import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.upkeep.UploadDescription;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.Uploader;
import io.github.edgeroutine.source.CodeFile;
import io.github.edgeroutine.source.GitCommit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Uploads the code and makes a revision of it, unless the newest revision already has the same code. It reads the new
 * revision again, and fails if the code is different. On ESA a revision can also have static files. A <code>publish</code>
 * in the same build finds the revision in the property <code>edge-routine.codeRevision</code> of the project. The file
 * <code>target/edge-routine/code-revision</code> has it, too. On DCDN <code>staging</code> runs the uploaded code at once.
 *
 * @since 0.1.0
 */
@Mojo(name = "upload", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class UploadMojo extends CodeMojo<UploadRequest> {

    /**
     * A directory of static files that the routine serves, on ESA only. Each file is smaller than 25 MiB, all together at
     * most 100 MiB. Names that begin with a dot are left out, except <code>.well-known</code>. Links must stay inside the
     * directory. Files cannot be read back: the plugin compares the hash of their content. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.assets")
    private File assets;

    /**
     * What answers a request if no file of <code>assets</code> matches, on ESA only. With
     * <code>singlePageApplication</code> it is <code>index.html</code> with status 200, with <code>404Page</code> it is
     * <code>404.html</code> with status 404. If a browser opens a page, the request then does not reach the code. Default:
     * none, the code answers, or status 404 if there is no code. Values: <code>singlePageApplication</code>,
     * <code>404Page</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.notFoundStrategy")
    private String notFoundStrategy;

    /**
     * The description of the revision in the console. If it is longer than 50 characters, it is cut, with a warning.
     * Default: group, artifact and version of the project, and the Git commit if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeDescription")
    private String codeDescription;

    /**
     * Makes a revision even if the newest one already has the same code. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Deletes the oldest revisions that no environment runs, if there is no room for another one. With <code>false</code>
     * the goal fails then. Staged code counts as a revision. Nothing is deleted if the routine does not show what its
     * environments run. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.pruneOnLimit", defaultValue = "false")
    private String pruneOnLimit;

    /**
     * The environment whose function variables the revision gets and keeps, on ESA only. Default: none, the revision has no
     * variables. Values: <code>staging</code>, <code>production</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.variablesOf")
    private String variablesOf;

    /**
     * Creates the routine first if the account does not have it, without description and settings. With <code>false</code>
     * it fails then. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.createRoutine", defaultValue = "false")
    private String createRoutine;

    /**
     * Shows whether the code would be uploaded and how much room there is, and writes nothing. A <code>publish</code> with
     * <code>dryRun</code> in the same build plans with the revision that would be made. Its table calls this revision
     * <code>new</code>. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    @Inject
    UploadMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<UploadRequest> validate(ParameterErrors faults) {
        Optional<RoutineName> routine = routine().require(faults);
        if (ParameterText.isOn(createRoutine)) {
            routine.ifPresent(name -> NewRoutineParameters.checkName(name, faults));
        }
        Optional<CodeFile> code = assets == null ? readCode(faults) : readCodeIfAny(faults);
        Optional<Assets> files = new AssetsParameters(goal(), faults).read(assets, code, notFoundStrategy);
        Optional<Environment> variables = VariablesOf.read(variablesOf, goal(), faults);
        return routine.map(name -> new UploadRequest(
                name,
                description(code.isPresent() || assets == null ? codeFile() : assets.toPath()),
                code.map(CodeFile::content).orElse(new byte[0]),
                files,
                ParameterText.isOn(force),
                ParameterText.isOn(pruneOnLimit),
                variables,
                ParameterText.isOn(createRoutine)));
    }

    @Override
    Object previewed(UploadRequest upload) {
        return upload.code().length == 0 ? upload : checkedCode(upload);
    }

    /** @param content what is uploaded. The log names its commit */
    private String description(Path content) {
        if (codeDescription == null || codeDescription.isBlank()) {
            MavenProject project = goal().project();
            Optional<String> commit = GitCommit.of(content.toAbsolutePath().getParent());
            return UploadDescription.ofProject(
                            project.getGroupId(), project.getArtifactId(), project.getVersion(), commit)
                    .text();
        }
        UploadDescription description = UploadDescription.of(codeDescription);
        if (description.isCut()) {
            goal().log()
                    .warn("<codeDescription> (-Dedge-routine.codeDescription) has " + description.given()
                            + " characters. It is shortened to " + UploadDescription.LONGEST + ".");
        }
        return description.text();
    }

    @Override
    void run(UploadRequest upload, PendingConnection connection) throws GoalFailedException, IOException {
        // A rehearsal already has the routine, except if the goal creates it.
        try (Connection service =
                upload.createRoutine() ? connection.openToCount() : connection.open(RoutineSeed.of(upload.routine()))) {
            Set<CodeRevision> spared =
                    upload.pruneOnLimit() ? service.memories().needed(upload.routine()) : Set.of();
            Uploader uploader =
                    new Uploader(service.routines(), service.time(), new LoggedProgress(goal().log()), spared);
            RoutineCreation creation = new RoutineCreation(goal(), service, ParameterText.isOn(dryRun));
            boolean isThere =
                    !upload.createRoutine() || creation.find(upload.routine()).isPresent();
            UploadPlan plan = isThere ? uploader.plan(upload) : UploadPlan.OF_NEW_ROUTINE;
            if (plan.unchanged().isEmpty() && upload.code().length > 0) {
                checkCode(new CodeFile(codeFile(), upload.code()));
            }
            if (!isThere) {
                creation.make(upload.newRoutine());
            }
            UploadLog log = new UploadLog(goal());
            ToBeUploaded later = new ToBeUploaded(goal());
            if (ParameterText.isOn(dryRun)) {
                later.remember(upload.routine(), plan);
                log.wouldUpload(upload, plan);
            } else {
                later.forget(upload.routine());
                log.uploaded(upload, uploader.carryOut(upload, plan));
            }
        }
    }
}
