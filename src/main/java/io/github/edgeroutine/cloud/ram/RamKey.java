// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.ram;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.Api;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.key.Access;
import io.github.edgeroutine.routine.key.Key;
import io.github.edgeroutine.routine.key.KeyOwner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An AccessKey in RAM and STS. */
public final class RamKey implements Key {

    private static final Api STS = new Api("Sts", "2015-04-01", error -> Optional.empty());

    private final Api api;
    private final List<ApiAction> actions;
    private final SignedRpc sts;

    /**
     * @param actions all operations of the API that the plugin calls
     * @param endpoint of the API; the address of STS is derived from it
     */
    public RamKey(
            Api api,
            ApiAction[] actions,
            Endpoint endpoint,
            HttpSettings network,
            RateLimit limit,
            Credentials credentials) {
        this.api = api;
        this.actions = List.of(actions);
        this.sts = new SignedRpc(STS, endpoint.beside("sts"), network, limit, credentials, id -> {});
    }

    /** {@code GetCallerIdentity}. Its page says that a key needs no permission for it. */
    @Override
    public Operation<KeyOwner> owner() {
        return () -> sts.call(RpcOperation.read(
                "GetCallerIdentity",
                Map.of(),
                answer -> new KeyOwner(
                        text(answer, "AccountId"), text(answer, "Arn").replaceFirst(".*:", ""))));
    }

    /** The last part of an ARN such as {@code acs:ram::1234567890123456:user/deploy} is the name in the account. */
    private static String text(RpcAnswer answer, String member) throws CallFailedException {
        return answer.untrusted().quote(JsonText.text(answer.body(), member).orElseThrow(answer::unreadable));
    }

    @Override
    public List<String> permissions(Access access) {
        return actions.stream()
                .filter(each -> each.uses().contains(access))
                .map(each -> api.permission(each.action()))
                .toList();
    }

    /** For all resources, because the operations of edge routines cannot be limited to one. */
    @Override
    public String policy(Collection<String> permissions) {
        JsonArray allowed = new JsonArray();
        permissions.forEach(allowed::add);
        JsonObject statement = new JsonObject();
        statement.addProperty("Effect", "Allow");
        statement.addProperty("Resource", "*");
        statement.add("Action", allowed);
        JsonObject policy = new JsonObject();
        policy.addProperty("Version", "1");
        policy.add("Statement", list(statement));
        return policy.toString();
    }

    private static JsonArray list(JsonObject only) {
        JsonArray list = new JsonArray();
        list.add(only);
        return list;
    }
}
