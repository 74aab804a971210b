// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import java.util.Map;

/** The STS operation that every key may call, with every service: it returns the owner of the key. */
final class SimulatedSts implements SimulatedService {

    private static final String ACCOUNT = "1234567890123456";

    @Override
    public String product() {
        return "sts";
    }

    @Override
    public String version() {
        return "2015-04-01";
    }

    @Override
    public Map<String, SimulatedOperation> operations() {
        return Map.of("GetCallerIdentity", SimulatedSts::identity);
    }

    /** A key with a security token belongs to a role. The ids of the identity are invented too. */
    private static JsonObject identity(OperationRequest request) {
        boolean isRole = !request.optional("SecurityToken").isEmpty();
        JsonObject identity = new JsonObject();
        identity.addProperty("IdentityType", isRole ? "AssumedRoleUser" : "RAMUser");
        identity.addProperty("AccountId", ACCOUNT);
        identity.addProperty("PrincipalId", isRole ? "335376200829000000:simulated" : "216959339000000000");
        identity.addProperty(isRole ? "RoleId" : "UserId", isRole ? "335376200829000000" : "216959339000000000");
        identity.addProperty(
                "Arn", "acs:ram::" + ACCOUNT + (isRole ? ":assumed-role/simulated/simulated" : ":user/simulated"));
        return identity;
    }
}
