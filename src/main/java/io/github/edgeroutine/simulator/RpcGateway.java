// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.HandledRequest;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks every call, and passes it to the operation of its service. All services share one endpoint. */
final class RpcGateway implements RequestHandler {

    private final RequestVerifier verifier;
    private final Map<String, SimulatedService> byVersion = new HashMap<>();

    /** Named in a refusal if the call does not say which service it is for. */
    private final SimulatedService first;

    private volatile Set<OddAnswer> odd = Set.of();

    RpcGateway(RequestVerifier verifier, List<SimulatedService> services) {
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a simulator needs a service");
        }
        this.verifier = verifier;
        this.first = services.get(0);
        SimulatedSts sts = new SimulatedSts();
        byVersion.put(sts.version(), sts);
        for (SimulatedService service : services) {
            if (byVersion.put(service.version(), service) != null) {
                throw new IllegalArgumentException("two services have the version " + service.version());
            }
        }
    }

    @Override
    public String root() {
        return "/";
    }

    @Override
    public HandledRequest read(RawRequest raw) {
        RpcRequest request = RpcRequest.of(raw);
        RpcAnswers answers = new RpcAnswers(request, byVersion.getOrDefault(request.version(), first));
        return new HandledRequest() {
            @Override
            public ReceivedCall call() {
                return request.call();
            }

            @Override
            public SimulatedAnswer answer() throws ServiceRefusal {
                return answers.success(perform(request));
            }

            @Override
            public SimulatedAnswer refusal(ServiceRefusal refusal) {
                return answers.refusal(refusal);
            }
        };
    }

    void answerOddly(Set<OddAnswer> ways) {
        odd = Set.copyOf(ways);
    }

    private JsonObject perform(RpcRequest request) throws ServiceRefusal {
        verifier.check(request);
        JsonObject answer = operation(request).perform(request.forOperation());
        odd.stream().filter(each -> concerns(each, request.version())).forEach(each -> each.bend(answer));
        return answer;
    }

    /** Ignores unusual answers of another service. */
    private boolean concerns(OddAnswer way, String version) {
        return byVersion.values().stream()
                .filter(service -> !service.version().equals(version))
                .noneMatch(service -> service.oddAnswers().containsValue(way));
    }

    private SimulatedOperation operation(RpcRequest request) throws ServiceRefusal {
        String action = request.action();
        if (request.version().isEmpty()) {
            throw GatewayRefusal.missing("Version");
        }
        SimulatedService service = byVersion.get(request.version());
        boolean isRpc =
                request.raw().path().equals("/") && request.raw().method().matches("GET|POST");
        if (service == null || !isRpc || !service.operations().containsKey(action)) {
            throw GatewayRefusal.unknownOperation();
        }
        return service.operations().get(action);
    }
}
