// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.AnswerFormat;
import io.github.edgeroutine.simulator.wire.FormPart;
import io.github.edgeroutine.simulator.wire.HandledRequest;
import io.github.edgeroutine.simulator.wire.RandomText;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request to the store. It is recorded with the action {@value #ACTION}.
 *
 * @param parts empty if the body is not a well-formed form
 */
record StoreRequest(SimulatedStore store, RawRequest raw, List<FormPart> parts) implements HandledRequest {

    /** The store's own name for a form with a file. */
    private static final String ACTION = "PostObject";

    static StoreRequest of(SimulatedStore store, RawRequest raw) {
        return new StoreRequest(store, raw, MultipartForm.parts(raw.header("content-type"), raw.body()));
    }

    @Override
    public ReceivedCall call() {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> !isFile(part))
                .forEach(part -> fields.put(part.name(), new String(part.bytes(), StandardCharsets.UTF_8)));
        return new ReceivedCall(
                raw.method(),
                ACTION,
                raw.query(),
                fields,
                raw.headers(),
                parts.stream().filter(StoreRequest::isFile).reduce((earlier, later) -> later),
                raw.clientPort());
    }

    private static boolean isFile(FormPart part) {
        return part.name().equals(StoreForm.FILE);
    }

    @Override
    public SimulatedAnswer answer() throws ServiceRefusal {
        return store.post(raw, parts);
    }

    @Override
    public SimulatedAnswer refusal(ServiceRefusal refusal) {
        JsonObject body = new JsonObject();
        body.addProperty("Code", refusal.code());
        body.addProperty("Message", refusal.getMessage());
        // Shorter than the ids of the service.
        body.addProperty("RequestId", RandomText.requestId().replace("-", "").substring(0, 24));
        body.addProperty("HostId", raw.header("host"));
        return new SimulatedAnswer(refusal.status(), "application/xml", AnswerFormat.XML.write("Error", body));
    }
}
