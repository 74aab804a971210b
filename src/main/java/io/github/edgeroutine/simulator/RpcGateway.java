// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.dcdn.OddDcdnAnswer;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import java.util.Set;

/** The service without its network: a request in, an answer out. */
public final class RpcGateway {

    private final RequestVerifier gate;
    private final SimulatedDcdn operations;
    private final SimulatedStore store;
    private volatile Set<OddDcdnAnswer> odd = Set.of();

    public RpcGateway(RequestVerifier gate, SimulatedDcdn operations, SimulatedStore store) {
        this.gate = gate;
        this.operations = operations;
        this.store = store;
    }

    public SimulatedAnswer answer(RpcRequest request) {
        try {
            if (request.isForObjectStore()) {
                return SimulatedAnswer.reply(store.post(request));
            }
            gate.check(request);
            JsonObject answer = operations.perform(request);
            odd.forEach(each -> each.bend(answer));
            return SimulatedAnswer.success(request, answer);
        } catch (ServiceRefusal refusal) {
            return refuse(request, refusal);
        } catch (RuntimeException e) {
            return refuse(request, ServiceRefusal.broken(e));
        }
    }

    public void answer(Set<OddDcdnAnswer> ways) {
        odd = Set.copyOf(ways);
    }

    private static SimulatedAnswer refuse(RpcRequest request, ServiceRefusal refusal) {
        return SimulatedAnswer.refusal(request, refusal.status(), refusal.code(), refusal.getMessage());
    }
}
