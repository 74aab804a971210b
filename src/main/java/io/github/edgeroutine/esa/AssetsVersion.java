// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.Assets.NotFound;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.EdgeRoutines.Awaited;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.RoutineName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Creates a version and uploads its archive. {@code CreateRoutineWithAssetsCodeVersion} returns the upload form. */
final class AssetsVersion implements Operation<Awaited> {

    private record Slot(CodeRevision version, UploadForm form) {}

    private final SignedRpc rpc;
    private final Preparation preparation;
    private final RoutineName routine;
    private final Map<String, String> parameters = new HashMap<>();
    private final Assets assets;

    AssetsVersion(
            SignedRpc rpc,
            Preparation preparation,
            RoutineName routine,
            String description,
            Assets assets,
            Optional<Environment> variablesOf) {
        this.rpc = rpc;
        this.preparation = preparation;
        this.routine = routine;
        this.assets = assets;
        parameters.putAll(EsaRoutines.described(routine, description));
        parameters.put("ExtraInfo", ContentHash.extraInfo(assets));
        assets.notFound().ifPresent(strategy -> parameters.put("ConfOptions", options(strategy)));
        variablesOf.ifPresent(environment -> parameters.put("DeployEnv", environment.name()));
    }

    private static String options(NotFound strategy) {
        JsonObject options = new JsonObject();
        options.addProperty(
                "NotFoundStrategy",
                switch (strategy) {
                    case SINGLE_PAGE_APPLICATION -> "SinglePageApplication";
                    case PAGE_404 -> "404Page";
                });
        return options.toString();
    }

    /** No message quotes the answer, because it gives access to the object store. */
    @Override
    public Awaited send() throws CallFailedException {
        byte[] archive = AssetsZip.of(assets);
        Slot slot = rpc.call(RpcOperation.write(EsaAction.CREATE_VERSION.action(), parameters, answer -> {
                    CodeVersionAnswer made = new CodeVersionAnswer(answer);
                    return new Slot(made.committed(), made.archiveForm());
                })
                .secret());
        return new Awaited(slot.version(), () -> {
            rpc.store().post(slot.form(), archive);
            preparation.await(slot.version(), EsaRoutines.named(routine, slot.version()));
            return Confirmation.BY_SERVICE;
        });
    }
}
