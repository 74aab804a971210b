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
 * Uploads the code of an Edge Routine and makes a revision of it, unless the newest revision holds the same code. The goal
 * reads the code of the new revision back, and fails if it is not the same. On ESA a revision can hold static files, too. The
 * revision becomes the project's property <code>edge-routine.codeRevision</code>, so that <code>publish</code> in the same
 * build needs none, and is written to <code>target/edge-routine/code-revision</code>. On DCDN the code runs in <code>staging</code> from then on.
 *
 * @since 0.1.0
 */
@Mojo(name = "upload", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class UploadMojo extends CodeMojo<UploadRequest> {

    /**
     * A directory of static files that the routine serves, such as the <code>dist</code> of a front end or
     * <code>target/site</code>. Each file must be smaller than 25 MiB, all together have at most 100 MiB. Left out is what
     * has a name that begins with a dot, but for <code>.well-known</code>. Links must stay within the directory. Files cannot
     * be read back: the hash of their content tells whether a revision holds them. ESA alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.assets")
    private File assets;

    /**
     * What answers a request for what is none of the <code>assets</code>: <code>singlePageApplication</code> is their
     * <code>index.html</code> with status 200, <code>404Page</code> their <code>404.html</code> with status 404. Browsers that
     * open a page then do not reach the code. By default the code answers, or status 404 if there is none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.notFoundStrategy")
    private String notFoundStrategy;

    /**
     * What the console lists beside the revision. The service takes 50 characters; a longer text is cut, with a
     * warning. By default group, artifact and version of the project, and the Git commit if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeDescription")
    private String codeDescription;

    /**
     * Makes a revision also of code that the newest revision holds already. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Whether to delete the oldest revisions that no environment runs, as many as are in the way, if the routine has as
     * many revisions as the service keeps, staged code included. Otherwise the goal fails then. Nothing is
     * deleted if the routine does not show what its environments run. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.pruneOnLimit", defaultValue = "false")
    private String pruneOnLimit;

    /**
     * The environment whose function variables the revision gets when it is made; it keeps them wherever it runs. Without
     * it a revision has no variables. ESA alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.variablesOf")
    private String variablesOf;

    /**
     * Whether to create the routine first if the account does not have it, without description and settings: those are
     * for the goal <code>create</code>. Otherwise the goal fails then. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.createRoutine", defaultValue = "false")
    private String createRoutine;

    /**
     * Shows whether the code would be uploaded and how much room there is, and writes nothing. A <code>publish</code>
     * in the same build that is a dry run, too, then plans with the revision that would be made, which its table calls
     * <code>new</code>. Takes <code>true</code> or <code>false</code>.
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
