// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.store.FileReceiver;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import io.github.edgeroutine.simulator.wire.RandomText;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms of the service, and the answers of its object store to them. */
final class EsaUpload {

    /** From one official client. */
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final SimulatedAnswer NO_CONTENT = new SimulatedAnswer(204, null, "");
    private static final String TOKEN_FIELD = "x-oss-security-token";

    /** The service returns fields under other names than the store accepts. */
    private static final Map<String, String> CODE_NAMES = Map.of(TOKEN_FIELD, "XOssSecurityToken");

    private static final Map<String, String> ASSETS_NAMES =
            Map.of(TOKEN_FIELD, "XOssSecurityToken", "key", "Key", "policy", "Policy");

    /** The changes after the upload of a file. */
    @FunctionalInterface
    interface FileChange {

        /** @param ready when the uploaded code can be deployed */
        void by(byte[] file, Instant time, Instant ready) throws ServiceRefusal;
    }

    private final SimulatedStore store;
    private final UploadConduct conduct;

    EsaUpload(SimulatedStore store, UploadConduct conduct) {
        this.store = store;
        this.conduct = conduct;
    }

    /** The reply of the callback is not known. Here it is the same as that of DCDN. */
    JsonObject ofCode(OperationRequest request, String description, FileChange change) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("callback", Base64Encoding.encode("{\"callbackUrl\":\"http://er.invalid/callback\"}"));
        fields.put("x:codeDescription", Base64Encoding.encode(description));
        String key =
                "sp_esa_rwa/" + RandomText.letters(3) + "/" + request.optional("Name") + "/unstable/routine/index.js";
        SimulatedAnswer reply = new SimulatedAnswer(
                200, "application/json", "{\"code\":200,\"message\":\"(simulated) the code is staged\"}");
        return form(request, key, fields, CODE_NAMES, receiver(change, reply));
    }

    /** The store answers without a callback. */
    JsonObject ofAssets(OperationRequest request, String version, FileChange change) {
        String key = "sp_esa_rwa/" + RandomText.letters(3) + "/" + request.optional("Name") + "/" + version + ".zip";
        return form(request, key, new LinkedHashMap<>(), ASSETS_NAMES, receiver(change, NO_CONTENT));
    }

    private FileReceiver receiver(FileChange change, SimulatedAnswer reply) {
        return (file, time) -> {
            change.by(file, time, conduct.ready(time));
            if (conduct.is(EsaConduct.STORE_ANSWERS_204)) {
                return NO_CONTENT;
            }
            return conduct.is(EsaConduct.STORE_ANSWERS_EMPTY_200) ? new SimulatedAnswer(200, null, "") : reply;
        };
    }

    private JsonObject form(
            OperationRequest request,
            String key,
            Map<String, String> more,
            Map<String, String> names,
            FileReceiver receiver) {
        boolean isTokenNeeded =
                !conduct.is(EsaConduct.NO_SECURITY_TOKEN) && !conduct.is(EsaConduct.EMPTY_SECURITY_TOKEN);
        if (isTokenNeeded) {
            more.put(TOKEN_FIELD, RandomText.letters(40));
        }
        JsonObject config = new JsonObject();
        store.handOut(key, more, request.time().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS), receiver)
                .forEach((name, value) -> config.addProperty(names.getOrDefault(name, name), value));
        if (conduct.is(EsaConduct.EMPTY_SECURITY_TOKEN)) {
            config.addProperty(names.get(TOKEN_FIELD), "");
        }
        config.addProperty("Url", store.url(request.endpoint()).toString());
        return config;
    }
}
