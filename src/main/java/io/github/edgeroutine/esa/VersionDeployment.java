// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Replaces everything that an environment runs with versions and their shares. */
final class VersionDeployment implements Operation<PublishAnswer> {

    private final SignedRpc rpc;
    private final PublishCall publication;

    /** @throws IllegalArgumentException for several environments: the service accepts one per call */
    VersionDeployment(SignedRpc rpc, PublishCall publication) {
        if (publication.environments().size() > 1) {
            throw new IllegalArgumentException("several environments in one call");
        }
        this.rpc = rpc;
        this.publication = publication;
    }

    @Override
    public PublishAnswer send() throws CallFailedException {
        try {
            return rpc.call(
                    operation(EsaAction.DEPLOY.action(), Map.of("Strategy", "percentage", "CodeVersions", shares())));
        } catch (CallFailedException e) {
            if (e.reason() != Reason.NOT_OFFERED) {
                throw e;
            }
            return rpc.call(operation(EsaAction.PUBLISH.action(), Map.of("CodeVersion", alone(e).digits())));
        }
    }

    /** For the older operation, which does not support shares. */
    private CodeRevision alone(CallFailedException notOffered) throws CallFailedException {
        return publication
                .traffic()
                .alone()
                .orElseThrow(() -> new CallFailedException(
                        notOffered.getMessage() + ", and without this operation the service cannot split" + " traffic",
                        Reason.NOT_OFFERED,
                        Effect.NONE,
                        "Publish only one revision to the environment.",
                        notOffered.requestId().orElse(null)));
    }

    private String shares() {
        JsonArray shares = new JsonArray();
        publication.traffic().shares().forEach((version, percent) -> {
            JsonObject share = new JsonObject();
            share.addProperty("CodeVersion", version.digits());
            share.addProperty("Percentage", percent);
            shares.add(share);
        });
        return shares.toString();
    }

    private RpcOperation<PublishAnswer> operation(String action, Map<String, String> what) {
        Map<String, String> parameters = new HashMap<>(what);
        parameters.put("Name", publication.routine().text());
        parameters.put("Env", publication.environments().get(0).name());
        return RpcOperation.write(action, parameters, this::confirmation);
    }

    /** If the answer names a version that was not requested, that version is reported. */
    private PublishAnswer confirmation(RpcAnswer answer) {
        Stream<JsonObject> shares = answer.body().get("CodeVersions") instanceof JsonArray list
                ? list.asList().stream()
                        .flatMap(item -> item instanceof JsonObject share ? Stream.of(share) : Stream.empty())
                : Stream.empty();
        List<String> named = Stream.concat(Stream.of(answer.body()), shares)
                .flatMap(each -> JsonText.text(each, "CodeVersion").stream())
                .toList();
        List<String> asked = publication.traffic().shares().keySet().stream()
                .map(CodeRevision::digits)
                .toList();
        return new PublishAnswer(
                answer.requestId(),
                named.stream()
                        .filter(each -> !asked.contains(each))
                        .findFirst()
                        .or(() -> named.stream().findFirst())
                        .map(answer.untrusted()::quote),
                new DeploymentReader(answer.untrusted()).id(answer.body()));
    }
}
