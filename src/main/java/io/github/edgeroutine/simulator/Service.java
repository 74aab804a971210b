// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import java.util.Set;

/** The service without its network: a request in, an answer out. */
final class Service {

    private final Gate gate;
    private final Operations operations;
    private final ObjectStore store;
    private volatile Set<OddAnswer> odd = Set.of();

    Service(Gate gate, Operations operations, ObjectStore store) {
        this.gate = gate;
        this.operations = operations;
        this.store = store;
    }

    Answer answer(Request request) {
        try {
            if (request.isForObjectStore()) {
                return Answer.reply(store.post(request));
            }
            gate.check(request);
            JsonObject answer = operations.perform(request);
            odd.forEach(each -> each.bend(answer));
            return Answer.success(request, answer);
        } catch (Refusal refusal) {
            return refuse(request, refusal);
        } catch (RuntimeException e) {
            return refuse(request, Refusal.broken(e));
        }
    }

    void answer(Set<OddAnswer> ways) {
        odd = Set.copyOf(ways);
    }

    private static Answer refuse(Request request, Refusal refusal) {
        return Answer.refusal(request, refusal.status(), refusal.code(), refusal.getMessage());
    }
}
