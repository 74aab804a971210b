// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.aliyuncs.http.HttpRequest;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Calls the operations of an {@link Api}: signs each call, sends it once and reads the answer. */
public final class SignedRpc {

    private final Api api;
    private final Endpoint endpoint;
    private final HttpSettings network;
    private final RateLimit limit;
    private final UntrustedText untrusted;
    private final RequestSigner signer;
    private final Consumer<String> requestIds;

    /** @param requestIds hears the request id of each answer that has one, fit to print */
    public SignedRpc(
            Api api,
            Endpoint endpoint,
            HttpSettings network,
            RateLimit limit,
            Credentials credentials,
            Consumer<String> requestIds) {
        this.api = api;
        this.endpoint = endpoint;
        this.network = network;
        this.limit = limit;
        this.untrusted = new UntrustedText(credentials.secrets())
                .hidingToo(
                        network.proxyTo(endpoint.uri()).map(HttpProxy::secrets).orElse(List.of()));
        this.signer = new RequestSigner(api, endpoint, credentials.key());
        this.requestIds = requestIds;
    }

    private SignedRpc(SignedRpc other, UntrustedText untrusted) {
        this.api = other.api;
        this.endpoint = other.endpoint;
        this.network = other.network;
        this.limit = other.limit;
        this.untrusted = untrusted;
        this.signer = other.signer;
        this.requestIds = other.requestIds;
    }

    /** The same client, which also hides these secrets in messages. A call sends them. */
    public SignedRpc hiding(List<String> more) {
        return new SignedRpc(this, untrusted.hidingToo(more));
    }

    /** The object store that takes code for this API. */
    public ObjectStore store() {
        return new ObjectStore(api, endpoint, network, untrusted);
    }

    public <T> T call(RpcOperation<T> operation) throws CallFailedException {
        takeTurn();
        try {
            return post(operation);
        } catch (CallFailedException e) {
            e.requestId().ifPresent(requestIds);
            boolean isHarmless = !operation.isWrite() && e.effect() == Effect.UNKNOWN;
            throw isHarmless ? e.withEffect(Effect.NONE) : e;
        } finally {
            limit.giveBack();
        }
    }

    private void takeTurn() throws CallFailedException {
        try {
            if (!limit.take(network.time())) {
                throw new CallFailedException(
                        "the goal used all of its time while the call waited: the plugin makes at most 100"
                                + " calls a second",
                        Reason.REFUSED,
                        Effect.NOT_SENT,
                        "Lower {concurrency}, or raise {timeout}.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(
                    "the build was stopped before the call", Reason.REFUSED, Effect.NOT_SENT, "Run the goal again.");
        }
    }

    private <T> T post(RpcOperation<T> operation) throws CallFailedException {
        try {
            return new AnswerReader(api, untrusted).read(operation.telling(requestIds), answer(operation));
        } catch (IOException e) {
            throw new NetworkFailure(endpoint.toString(), "{endpoint}, ", network).of(e);
        }
    }

    /** A read can be sent again, but with a new signature: the service accepts each signature only once. */
    private Answer answer(RpcOperation<?> operation) throws IOException {
        try {
            return send(operation);
        } catch (Wire.UnansweredException e) {
            if (operation.isWrite()) {
                throw e;
            }
            return send(operation);
        }
    }

    private Answer send(RpcOperation<?> operation) throws IOException {
        HttpRequest request = signer.sign(operation);
        byte[] form = Objects.requireNonNullElse(request.getHttpContent(), new byte[0]);
        Wire wire = new Wire(network);
        return operation.isWrite()
                ? wire.post(request.getSysUrl(), headers(request), form, operation.mostMib())
                : wire.postQuery(request.getSysUrl(), headers(request), form, operation.mostMib());
    }

    /** The content length is set when the request is sent. */
    private static Map<String, String> headers(HttpRequest request) {
        Map<String, String> headers = new HashMap<>(request.getSysHeaders());
        headers.remove("Content-Length");
        return headers;
    }
}
