// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Uploads code or static files to a routine and creates one revision. It creates no revision if the newest one with
 * the same function variables has the same content. The code of the revision is read back and compared. Files cannot
 * be read back, so their hash is compared.
 */
public final class Uploader {

    /**
     * Room may be necessary for staged code, and for the revision. If the service still refuses, there is another
     * reason.
     */
    private static final int MOST_DELETIONS = 2;

    private final RoutineClient routines;
    private final Progress progress;
    private final Committer committer;
    private final AssetsUpload assetsUpload;
    private final Room room;

    /** @param spared revisions that a rollback would need; they are not deleted to make room */
    public Uploader(RoutineClient routines, GoalTime time, Progress progress, Set<CodeRevision> spared) {
        this.routines = routines;
        this.progress = progress;
        this.committer = new Committer(routines, progress);
        this.assetsUpload = new AssetsUpload(routines, new ReadBack(routines, time, progress), progress);
        this.room = new Room(new Pruner(routines, time, progress), progress, spared);
    }

    /** @throws GoalFailedException if the routine cannot be read, or if it has no room for the code */
    public UploadPlan plan(UploadRequest upload) throws GoalFailedException {
        return plan(upload, new StateReader(routines).read(upload.routine(), "upload code"));
    }

    /**
     * The same for a routine that was already read.
     *
     * @throws GoalFailedException if it has no room for the code
     */
    public UploadPlan plan(UploadRequest upload, RoutineState state) throws GoalFailedException {
        Optional<Revision> latest = state.latest(upload.variablesOf()).flatMap(state::kept);
        return !upload.force() && latest.isPresent() && holds(upload, latest.get())
                ? new UploadPlan(state, latest.map(Revision::number), List.of())
                : new UploadPlan(state, Optional.empty(), room.deletions(upload, state));
    }

    /** @throws GoalFailedException with the complete message in one line */
    public UploadResult carryOut(UploadRequest upload, UploadPlan plan) throws GoalFailedException {
        if (plan.unchanged().isPresent()) {
            return new UploadResult(plan.unchanged().get(), false);
        }
        RoutineState before = plan.deletions().isEmpty() ? plan.before() : room.make(upload, plan.deletions());
        int mayGo = upload.pruneOnLimit() && plan.deletions().isEmpty() ? MOST_DELETIONS : 0;
        CodeRevision made = upload.assets().isPresent()
                ? ofAssets(upload, upload.assets().get(), before, mayGo)
                : ofCode(upload, before, mayGo);
        warnIfUnbound(upload, made);
        return new UploadResult(made, true);
    }

    /** @param mayGo how many revisions may be deleted, one after each refusal, if the limit is not known */
    private CodeRevision ofAssets(UploadRequest upload, Assets assets, RoutineState before, int mayGo)
            throws GoalFailedException {
        try {
            return assetsUpload.make(upload, assets, before);
        } catch (CallFailedException limit) {
            if (mayGo == 0) {
                throw upload.failed(limit, "No revision was made.");
            }
            RoutineState more = room.makeMore(upload, limit);
            return ofAssets(upload, assets, more, more.limit().isEmpty() ? mayGo - 1 : 0);
        }
    }

    private CodeRevision ofCode(UploadRequest upload, RoutineState before, int mayGo) throws GoalFailedException {
        Commit commit = stageAndCommit(upload, before, mayGo);
        if (commit.mayRepeat()) {
            progress.warn("The code is uploaded again: " + commit.finding().others() + ".");
            commit = stageAndCommit(upload, commit.finding().state().orElseThrow(), 0);
        }
        if (commit.revision().isEmpty()) {
            throw commit.withoutRevision(upload, routines.traits().can(Ability.STAGE_BY_UPLOAD));
        }
        return commit.revision().get();
    }

    /**
     * A service may ignore the request for variables. The code would then run without them.
     */
    private void warnIfUnbound(UploadRequest upload, CodeRevision made) {
        if (upload.variablesOf().isEmpty()) {
            return;
        }
        Optional<Environment> bound = Optional.empty();
        String reason = "";
        try {
            bound = routines.describe(upload.routine()).kept(made).flatMap(Revision::variablesOf);
        } catch (CallFailedException e) {
            reason = " (" + e.getMessage() + ")";
        }
        if (!bound.equals(upload.variablesOf())) {
            progress.warn("The routine does not show that revision " + made + " has the variables of "
                    + upload.variablesOf().get() + reason + ". Check it in {console} before you publish it.");
        }
    }

    /** @param mayGo how many revisions may be deleted, one after each refusal, if the limit is not known */
    private Commit stageAndCommit(UploadRequest upload, RoutineState before, int mayGo) throws GoalFailedException {
        boolean prunes = mayGo > 0;
        Optional<CallFailedException> limit;
        try {
            boolean isCertain = routines.stage(upload.routine(), upload.description(), upload.code(), before)
                    .seen()
                    .isEmpty();
            Commit commit = committer.commit(upload, before, isCertain);
            limit = commit.limit();
            if (limit.isEmpty() || !prunes) {
                return commit;
            }
        } catch (CallFailedException e) {
            limit = Optional.of(e).filter(refusal -> prunes && refusal.reason() == Reason.LIMIT);
            if (limit.isEmpty()) {
                throw upload.failed(e, "No revision was made.");
            }
        }
        RoutineState more = room.makeMore(upload, limit.get());
        return stageAndCommit(upload, more, more.limit().isEmpty() ? mayGo - 1 : 0);
    }

    private boolean holds(UploadRequest upload, Revision latest) {
        if (upload.assets().isPresent() || latest.contentHash().isPresent()) {
            return latest.contentHash().equals(upload.assets().map(Assets::hash));
        }
        CodeRevision revision = latest.number();
        try {
            return routines.code(upload.routine(), revision).is(upload.code());
        } catch (CallFailedException e) {
            progress.warn(
                    "Revision " + revision + " cannot be read, so it is not known whether it contains the same code: "
                            + e.getMessage() + ". The code is uploaded. " + e.remedy());
            return false;
        }
    }
}
