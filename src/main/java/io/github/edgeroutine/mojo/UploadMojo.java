// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.mojo.reactor.ToBeUploaded;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import io.github.edgeroutine.routine.upkeep.Uploader;
import io.github.edgeroutine.routine.upkeep.Uploader.UploadRequest;
import io.github.edgeroutine.routine.upkeep.Uploader.UploadResult;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.source.CodeFile;
import io.github.edgeroutine.source.GitCommit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Uploads the code of an Edge Routine and makes a revision of it, unless the newest revision holds the same code. The goal
 * reads the code of the new revision back, and fails if it is not the same. The revision becomes the project's property <code>edge-routine.codeRevision</code>, so that <code>publish</code> in the same
 * build needs none, and is written to <code>target/edge-routine/code-revision</code>. The code runs in
 * <code>staging</code> from then on: the service puts it there.
 *
 * @since 0.1.0
 */
@Mojo(name = "upload", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class UploadMojo extends EdgeRoutineMojo<UploadRequest> {

    private static final int LONGEST_DESCRIPTION = 50;

    /**
     * The file with the routine's code, one file of JavaScript in UTF-8, of at most 10 MiB.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * What the console lists beside the revision. The service takes 50 characters; a longer text is cut, with a
     * warning. By default group, artifact and version of
     * the project, and the Git commit if there is one.
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
     * many revisions as the service keeps, which is ten with staged code. Otherwise the goal fails then. Nothing is
     * deleted if the routine does not show what its environments run. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.pruneOnLimit", defaultValue = "false")
    private String pruneOnLimit;

    /**
     * Shows whether the code would be uploaded and how much room there is, and writes nothing. A <code>publish</code> in
     * the same build that is a dry run, too, then plans with the revision that would be made, which its table calls
     * <code>new</code>. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    @Inject
    UploadMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    @Override
    Optional<UploadRequest> request(ParameterErrors faults) {
        Optional<RoutineName> routine = requireRoutine(faults);
        Optional<CodeFile> code = faults.read("codeFile", () -> CodeFile.read(codeFile.toPath()));
        code.ifPresent(file -> getLog().info("Code: " + file));
        return routine.isEmpty() || code.isEmpty()
                ? Optional.empty()
                : Optional.of(new UploadRequest(
                        routine.get(),
                        description(),
                        code.get().content(),
                        ParameterText.isOn(force),
                        ParameterText.isOn(pruneOnLimit)));
    }

    /** As much of it as fits: the version and the commit tell most. */
    private String description() {
        if (codeDescription != null && !codeDescription.isBlank()) {
            return cut(oneLine(codeDescription));
        }
        String commit = GitCommit.of(codeFile.toPath().toAbsolutePath().getParent())
                .map(hash -> " " + hash)
                .orElse("");
        String versioned = project().getArtifactId() + ":" + project().getVersion() + commit;
        return Stream.of(project().getGroupId() + ":" + versioned, versioned)
                .filter(text -> text.length() <= LONGEST_DESCRIPTION)
                .findFirst()
                .orElseGet(() -> versioned.substring(Math.max(0, versioned.length() - LONGEST_DESCRIPTION)));
    }

    /** Often it is a commit message: on a line of its own the CI server would take a part of it for a command. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\x{2028}\\x{2029}]+", " ").strip();
    }

    /** A description is no reason not to deploy. */
    private String cut(String description) {
        int length = description.codePointCount(0, description.length());
        if (length <= LONGEST_DESCRIPTION) {
            return description;
        }
        getLog().warn("<codeDescription> (-Dedge-routine.codeDescription) has " + length
                + " characters, and the service takes " + LONGEST_DESCRIPTION + ". It is cut.");
        return description.substring(0, description.offsetByCodePoints(0, LONGEST_DESCRIPTION));
    }

    @Override
    void prepare(DcdnAccount account, UploadRequest upload) {
        account.ensure(upload.routine().text(), List.of());
    }

    @Override
    void act(UploadRequest upload, Connection service) throws GoalFailedException, IOException {
        Set<CodeRevision> spared =
                ParameterText.isOn(pruneOnLimit) ? service.memories().needed(upload.routine()) : Set.of();
        Uploader uploader = new Uploader(service.routines(), service.time(), new LoggedProgress(getLog()), spared);
        UploadPlan plan = uploader.plan(upload);
        if (ParameterText.isOn(dryRun)) {
            new ToBeUploaded(sharedInBuild()).remember(upload.routine(), plan);
            say(upload.routine(), rehearsed(upload, plan));
            plan.unchanged().ifPresent(this::tellProject);
            return;
        }
        new ToBeUploaded(sharedInBuild()).forget(upload.routine());
        UploadResult uploaded = uploader.carryOut(upload, plan);
        say(
                upload.routine(),
                "revision " + uploaded.revision()
                        + (uploaded.made()
                                ? ": uploaded as '" + upload.description() + "'"
                                : ": unchanged, nothing was uploaded"));
        tellProject(uploaded.revision());
        write(uploaded.revision());
    }

    private void say(RoutineName routine, String what) {
        getLog().info("Routine " + routine + ", " + what);
    }

    private String rehearsed(UploadRequest upload, UploadPlan plan) {
        if (plan.unchanged().isPresent()) {
            return "revision " + plan.unchanged().get() + ": unchanged, nothing would be uploaded. Dry run: nothing was"
                    + " written.";
        }
        plan.deletions().forEach(revision -> getLog().info("Would delete revision " + revision + " to make room."));
        return "a new revision: would be uploaded as '" + upload.description() + "', " + upload.code().length
                + " bytes, room for " + plan.roomAfter() + " more. Dry run: nothing was written.";
    }

    private void tellProject(CodeRevision revision) {
        project().getProperties().setProperty("edge-routine.codeRevision", revision.digits());
    }

    /** The project knows the number already, so a publish in this build needs no file. */
    private void write(CodeRevision revision) {
        try {
            Path file = directory().resolve("code-revision");
            Files.createDirectories(file.getParent());
            Files.writeString(file, revision + "\n");
        } catch (IOException | InvalidPathException e) {
            getLog().warn("Revision " + revision + " is there, but its number could not be written to code-revision: "
                    + e.getMessage());
        }
    }
}
