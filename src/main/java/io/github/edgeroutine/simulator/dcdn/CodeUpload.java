// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.store.FileReceiver;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the object store accept a file, which then becomes code of a routine. */
final class CodeUpload {

    /** The validity of real policies is not documented. */
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    /** Only {@code code} is known of the reply. */
    private static final String REPLY = "{\"code\":200,\"message\":\"(simulated) the code is stored\"}";

    private final SimulatedRoutines routines;
    private final SimulatedStore store;

    CodeUpload(SimulatedRoutines routines, SimulatedStore store) {
        this.routines = routines;
        this.store = store;
    }

    /** The address and the fields of the form for the client. */
    JsonObject postConfig(String routine, OperationRequest request, CodeArrival arrival) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("callback", Base64Encoding.encode(callback().toString()));
        fields.put("x:codeDescription", Base64Encoding.encode(request.optional("CodeDescription")));
        JsonObject config = new JsonObject();
        store.handOut(
                        key(routine),
                        fields,
                        request.time().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS),
                        receiver(routine, arrival))
                .forEach(config::addProperty);
        config.addProperty("Url", store.url(request.endpoint()).toString());
        return config;
    }

    private FileReceiver receiver(String routine, CodeArrival arrival) {
        return (file, time) -> {
            routines.change(routine, held -> arrival.of(held, file));
            return new SimulatedAnswer(200, "application/json", REPLY);
        };
    }

    private static String key(String routine) {
        SecureRandom random = new SecureRandom();
        return routine + "." + random.nextInt(100, 1000) + "." + random.nextLong(10_000_000_000L, 100_000_000_000L)
                + ".js";
    }

    /** This address is never called: the store calls the service directly. Only the names of both members are known. */
    private static JsonObject callback() {
        JsonObject callback = new JsonObject();
        callback.addProperty("callbackUrl", "http://er.invalid/callback");
        callback.addProperty("callbackBody", "object=${object}&codeDescription=${x:codeDescription}");
        return callback;
    }
}
