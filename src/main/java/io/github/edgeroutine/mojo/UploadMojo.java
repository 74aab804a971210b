// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Uploader;
import io.github.edgeroutine.routine.Uploader.Upload;
import io.github.edgeroutine.routine.Uploader.Uploaded;
import io.github.edgeroutine.simulator.Account;
import io.github.edgeroutine.source.CodeFile;
import io.github.edgeroutine.source.GitCommit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
 * Uploads the code of an Edge Routine and makes a revision of it, unless the newest revision holds the same code. The
 * revision becomes the project's property <code>edge-routine.codeRevision</code>, so that <code>publish</code> in the same
 * build needs none, and is written to <code>target/edge-routine/code-revision</code>. The code runs in
 * <code>staging</code> from then on: the service puts it there.
 *
 * @since 0.1.0
 */
@Mojo(name = "upload", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class UploadMojo extends EdgeRoutineMojo<Upload> {

    private static final int LONGEST_DESCRIPTION = 50;

    /**
     * The file with the routine's code, one file of JavaScript in UTF-8.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * What the console lists beside the revision, of at most 50 characters. By default group, artifact and version of
     * the project, and the Git commit if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeDescription")
    private String codeDescription;

    /**
     * Makes a revision also of code that the newest revision holds already.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Whether to delete the oldest revision that no environment runs, if the routine has as many revisions as the
     * service keeps, which is ten. Otherwise the goal fails then.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.pruneOnLimit", defaultValue = "false")
    private String pruneOnLimit;

    @Inject
    UploadMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    @Override
    Optional<Upload> wish(Faults faults) {
        Optional<RoutineName> routine = requireRoutine(faults);
        Optional<CodeFile> code = faults.read("codeFile", () -> CodeFile.read(codeFile.toPath()));
        int length = codeDescription == null
                ? 0
                : (int) codeDescription.strip().codePoints().count();
        if (length > LONGEST_DESCRIPTION) {
            faults.add(
                    "codeDescription", "has " + length + " characters, and the service takes " + LONGEST_DESCRIPTION);
        }
        code.ifPresent(file -> getLog().info("Code: " + file));
        return routine.isEmpty() || code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Upload(
                        routine.get(),
                        description(),
                        code.get().content(),
                        ParameterText.isOn(force),
                        ParameterText.isOn(pruneOnLimit)));
    }

    /** As much of it as fits: the version and the commit tell most. */
    private String description() {
        if (codeDescription != null && !codeDescription.isBlank()) {
            return codeDescription.strip();
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

    @Override
    void prepare(Account account, Upload upload) {
        account.ensure(upload.routine().text(), List.of());
    }

    @Override
    void act(Upload upload, Service service) throws GoalFailedException, IOException {
        Set<CodeRevision> spared =
                ParameterText.isOn(pruneOnLimit) ? neededForRollback(null, upload.routine(), service) : Set.of();
        Uploaded uploaded = new Uploader(service.routines(), new LoggedProgress(getLog()), spared).upload(upload);
        getLog().info("Routine " + upload.routine() + ", revision " + uploaded.revision()
                + (uploaded.made()
                        ? ": uploaded as '" + upload.description() + "'"
                        : ": unchanged, nothing was uploaded"));
        project()
                .getProperties()
                .setProperty("edge-routine.codeRevision", uploaded.revision().digits());
        Path file = directory().resolve("code-revision");
        Files.createDirectories(file.getParent());
        Files.writeString(file, uploaded.revision() + "\n");
    }
}
