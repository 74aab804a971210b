// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.RandomText;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.util.Locale;

/** The gateway's answers to one request. */
record RpcAnswers(RpcRequest request, SimulatedService service) {

    private static final String TROUBLESHOOT = "https://next.api.aliyun.com/troubleshoot?q=%s&product=%s&requestId=%s";

    /** @param body of the operation; the request id is added */
    SimulatedAnswer success(JsonObject body) {
        body.addProperty("RequestId", RandomText.requestId());
        return SimulatedAnswer.of(200, request.format(), request.call().action() + "Response", body);
    }

    SimulatedAnswer refusal(ServiceRefusal refusal) {
        String requestId = RandomText.requestId();
        JsonObject body = new JsonObject();
        body.addProperty("RequestId", requestId);
        body.addProperty("HostId", service.host());
        body.addProperty("Code", refusal.code());
        body.addProperty("Message", refusal.getMessage());
        body.addProperty(
                "Recommend", String.format(Locale.ROOT, TROUBLESHOOT, refusal.code(), service.product(), requestId));
        return SimulatedAnswer.of(refusal.status(), request.format(), "Error", body);
    }
}
