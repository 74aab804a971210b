// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.esa.StoredVersion.StoredAssets;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** The operations that create versions: from code in two steps, or from an archive that is uploaded later. */
final class UploadOperations {

    private final HeldRoutines routines;
    private final EsaUpload upload;
    private final UploadConduct conduct;

    UploadOperations(HeldRoutines routines, EsaUpload upload, UploadConduct conduct) {
        this.routines = routines;
        this.upload = upload;
        this.conduct = conduct;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "GetRoutineStagingCodeUploadInfo", this::getRoutineStagingCodeUploadInfo,
                "CommitRoutineStagingCode", this::commitRoutineStagingCode,
                "CreateRoutineWithAssetsCodeVersion", this::createRoutineWithAssetsCodeVersion);
    }

    /**
     * The documents show a number as CodeVersion, but do not explain it. No version ever has this number here. The
     * upload does not change staging; only the pages of DCDN say that it does.
     */
    private JsonObject getRoutineStagingCodeUploadInfo(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String description = request.optional("CodeDescription");
        StoredRoutine routine = routines.named(request);
        demandRoom(routine.kept());
        JsonObject answer = new JsonObject();
        answer.addProperty("CodeVersion", routines.nextVersion(routine));
        answer.add(
                "OssPostConfig",
                upload.ofCode(
                        request,
                        description,
                        (file, time, ready) -> routines.receive(
                                name,
                                held -> held.staged(StoredVersion.ofCode(
                                        StoredVersion.UNSTABLE, description, seconds(time), seconds(time), file)))));
        return answer;
    }

    /** The refusal without staged code, and the meaning of a missing description, are not documented. */
    private JsonObject commitRoutineStagingCode(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.variablesOf(request);
        String id = routines.nextVersion(routines.named(request));
        routines.write(request, routine -> {
            StoredVersion staged = routine.staged();
            if (staged == null) {
                throw EsaRefusal.invalid("the routine " + request.optional("Name") + " has no staged code");
            }
            demandRoom(routine.versions().size());
            StoredVersion version = StoredVersion.ofCode(
                    id,
                    request.parameters().getOrDefault("CodeDescription", staged.description()),
                    seconds(request.time()),
                    conduct.ready(request.time()),
                    staged.bytes());
            return routine.staged(null).added(bound(version, routine, environment));
        });
        JsonObject answer = new JsonObject();
        answer.addProperty("CodeVersion", id);
        return answer;
    }

    /** The version counts at once, and stays Init until its archive is uploaded. */
    private JsonObject createRoutineWithAssetsCodeVersion(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String environment = EsaEnvironments.variablesOf(request);
        String id = routines.nextVersion(routines.named(request));
        StoredVersion version = StoredVersion.ofAssets(
                id, request.optional("CodeDescription"), seconds(request.time()), assets(request));
        routines.write(request, routine -> {
            demandRoom(routine.kept());
            return routine.added(bound(version, routine, environment));
        });
        JsonObject answer = new JsonObject();
        answer.addProperty("CodeVersion", id);
        answer.addProperty("Status", version.status(request.time()));
        answer.add(
                "OssPostConfig",
                upload.ofAssets(
                        request,
                        id,
                        // A version that was deleted in between stays deleted.
                        (file, time, ready) -> routines.receive(
                                name,
                                held -> held.version(id)
                                        .map(each -> held.replaced(each.uploaded(file, ready, prepared(file))))
                                        .orElse(held))));
        return answer;
    }

    private AssetsArchive prepared(byte[] file) {
        return conduct.is(EsaConduct.PREPARATION_FAILS) ? AssetsArchive.DAMAGED : AssetsArchive.of(file);
    }

    private static StoredVersion bound(StoredVersion version, StoredRoutine routine, String environment) {
        return environment == null ? version : version.bound(environment, routine.variablesOf(environment));
    }

    private static StoredAssets assets(OperationRequest request) throws ServiceRefusal {
        String buildId = request.optional("BuildId");
        if (!buildId.matches("[0-9]{0,18}")) {
            throw EsaRefusal.invalid("BuildId must be a number, but is " + buildId);
        }
        return new StoredAssets(
                true,
                false,
                request.optional("ExtraInfo"),
                buildId.isEmpty() ? null : Long.valueOf(buildId),
                notFoundStrategy(request.optional("ConfOptions")));
    }

    private static String notFoundStrategy(String text) throws ServiceRefusal {
        if (text.isEmpty()) {
            return null;
        }
        JsonObject options = StrictJson.object(text).orElseThrow(() -> wrongOptions(text));
        if (options.size() == 0) {
            return null;
        }
        if (options.get("NotFoundStrategy") instanceof JsonPrimitive strategy
                && Set.of("SinglePageApplication", "404Page").contains(strategy.getAsString())) {
            return strategy.getAsString();
        }
        throw wrongOptions(text);
    }

    private static ServiceRefusal wrongOptions(String text) {
        return EsaRefusal.invalid(
                "ConfOptions must have the NotFoundStrategy SinglePageApplication or 404Page, but is " + text);
    }

    private void demandRoom(int kept) throws ServiceRefusal {
        if (kept >= routines.plan().versions()) {
            throw EsaRefusal.tooManyVersions();
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
