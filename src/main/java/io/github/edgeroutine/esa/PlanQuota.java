// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How many versions of a routine the plan of the account keeps. The service is asked until it answers once. */
final class PlanQuota {

    private final SignedRpc rpc;
    private boolean isKnown;
    private OptionalInt versions = OptionalInt.empty();

    PlanQuota(SignedRpc rpc) {
        this.rpc = rpc;
    }

    /** Empty if it is not known. The service refuses a version that exceeds its limit. */
    synchronized OptionalInt versions() {
        if (!isKnown) {
            try {
                versions = rpc.call(RpcOperation.read(EsaAction.PLANS.action(), Map.of(), PlanQuota::read));
                isKnown = true;
            } catch (CallFailedException e) {
                // Without permission a second call would also fail.
                isKnown = !e.mayPass();
            }
        }
        return versions;
    }

    /** The answer does not say which plan the account has. The value is used if all plans have the same. */
    static OptionalInt read(RpcAnswer answer) throws CallFailedException {
        List<String> quotas = answer.list(answer.body().get("PlanInfo")).stream()
                .filter(JsonElement::isJsonObject)
                .map(plan -> JsonText.text(plan.getAsJsonObject(), "ErRoutineCodeVersionQuota")
                        .orElse(""))
                .distinct()
                .toList();
        return quotas.size() == 1 && quotas.get(0).matches("[1-9][0-9]{0,5}")
                ? OptionalInt.of(Integer.parseInt(quotas.get(0)))
                : OptionalInt.empty();
    }
}
