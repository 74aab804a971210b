// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines.Awaited;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Creates a revision of static files. The files cannot be read back. These facts are checked: this upload created
 * the revision, the object store accepted its archive, it can run, and the service shows the hash of its content.
 */
final class AssetsUpload {

    /** As long as the official client waits, limited by the time of the goal. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** For an archive that may not have arrived. */
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final RoutineClient routines;
    private final ReadBack readBack;
    private final Progress progress;

    AssetsUpload(RoutineClient routines, ReadBack readBack, Progress progress) {
        this.routines = routines;
        this.readBack = readBack;
        this.progress = progress;
    }

    /**
     * Makes one revision.
     *
     * @param before the routine before the upload
     * @throws CallFailedException if the service keeps no more revisions; then no revision was created
     */
    CodeRevision make(UploadRequest upload, Assets assets, RoutineState before)
            throws CallFailedException, GoalFailedException {
        Awaited made = create(upload, assets, before);
        CodeRevision revision = made.revision();
        if (before.keeps(revision)) {
            throw upload.failed("the service returned revision " + revision + ", which existed before the upload");
        }
        fill(upload, made);
        RoutineState state = readBack.await(
                        upload.routine(), seen -> !isPending(seen, revision), true, new Patience(PATIENCE))
                .orElseThrow(
                        () -> upload.failed("the archive was uploaded, but the routine could not be read afterwards, so"
                                + " it is not known whether revision " + revision + " can run"));
        check(upload, assets, revision, state);
        return revision;
    }

    /**
     * An archive may have arrived without a confirmation. If the revision waited for it and is ready now, the
     * archive has arrived.
     */
    private void fill(UploadRequest upload, Awaited made) throws GoalFailedException {
        CodeRevision revision = made.revision();
        try {
            routines.upload(upload.routine(), made);
        } catch (CallFailedException e) {
            boolean mayHaveArrived = e.effect() == Effect.UNKNOWN
                    && e.seen().filter(state -> isPending(state, revision)).isPresent();
            Optional<RoutineState> later = mayHaveArrived
                    ? readBack.await(upload.routine(), seen -> !isPending(seen, revision), true, new Patience(DOUBT))
                    : e.seen();
            if (!mayHaveArrived
                    || later.filter(state -> readiness(state, revision) == Readiness.READY)
                            .isEmpty()) {
                throw upload.failed(e, unfinished(revision, later));
            }
            progress.warn("The upload was not confirmed: " + e.getMessage() + ". Revision " + revision
                    + " exists and is ready.");
        }
    }

    private Awaited create(UploadRequest upload, Assets assets, RoutineState before)
            throws CallFailedException, GoalFailedException {
        try {
            return routines.create(upload.routine(), upload.description(), assets, upload.variablesOf(), before);
        } catch (CallFailedException e) {
            Optional<CodeRevision> waiting = e.seen().flatMap(now -> waiting(assets, before, now));
            if (waiting.isEmpty() && e.reason() == Reason.LIMIT && e.effect() != Effect.UNKNOWN) {
                throw e;
            }
            throw upload.failed(
                    e, waiting.map(revision -> unfinished(revision, e.seen())).orElseGet(() -> nothingFound(e)));
        }
    }

    /** The revision of a call whose answer is missing or is an error. */
    private static Optional<CodeRevision> waiting(Assets assets, RoutineState before, RoutineState now) {
        return now.revisions().stream()
                .filter(revision -> !before.keeps(revision.number()))
                .filter(revision -> revision.readiness() == Readiness.PREPARING)
                .filter(revision -> revision.contentHash().equals(Optional.of(assets.hash())))
                .map(Revision::number)
                .findFirst();
    }

    private static String nothingFound(CallFailedException failure) {
        if (failure.effect() != Effect.UNKNOWN) {
            return "No revision was made.";
        }
        return failure.seen().isPresent()
                ? "No revision with these files was found."
                : "It is not known whether a revision was made, because the routine could not be read after the"
                        + " call. If one was made, it waits for its files and cannot run. Then edge-routine:prune"
                        + " deletes it 30 minutes after it was made.";
    }

    /** @param seen the routine after a failed call; empty if it could not be read */
    private static String unfinished(CodeRevision revision, Optional<RoutineState> seen) {
        return switch (seen.map(state -> readiness(state, revision)).orElse(Readiness.PREPARING)) {
            case PREPARING ->
                "Revision " + revision + " is not ready: it waits for its files, or is being prepared. If this"
                        + " does not change, edge-routine:prune deletes it 30 minutes after it was made.";
            case READY ->
                "The routine shows that revision " + revision + " can run, but its content is not known: do not"
                        + " publish it.";
            case ABANDONED, FAILED -> "Revision " + revision + " cannot run.";
        };
    }

    private void check(UploadRequest upload, Assets assets, CodeRevision revision, RoutineState state)
            throws GoalFailedException {
        if (!state.keeps(revision)) {
            throw upload.failed("the service returned revision " + revision + ", which does not exist in the routine");
        }
        if (readiness(state, revision) == Readiness.PREPARING) {
            throw upload.failed(
                    "revision " + revision + " contains the files, but is not ready yet. Raise {timeout}; if it is not"
                            + " ready in 30 minutes, edge-routine:prune deletes it");
        }
        if (readiness(state, revision) != Readiness.READY) {
            throw upload.failed("revision " + revision + " was created, but the service could not prepare it."
                    + " Delete it with edge-routine:prune");
        }
        Optional<String> hash = state.kept(revision).flatMap(Revision::contentHash);
        if (hash.isEmpty()) {
            progress.warn("It is not verified that revision " + revision
                    + " contains the files of this build: the service does not show the hash that was sent with them.");
        } else if (!hash.get().equals(assets.hash())) {
            throw upload.failed(
                    "revision " + revision + " is new and contains different files, possibly those of another build");
        }
    }

    private static boolean isPending(RoutineState state, CodeRevision revision) {
        return !state.keeps(revision) || readiness(state, revision) == Readiness.PREPARING;
    }

    private static Readiness readiness(RoutineState state, CodeRevision revision) {
        return state.kept(revision).map(Revision::readiness).orElse(Readiness.FAILED);
    }
}
