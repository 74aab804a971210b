// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.FormPart;
import io.github.edgeroutine.simulator.wire.HandledRequest;
import io.github.edgeroutine.simulator.wire.RandomText;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An object store that takes files for a service. A client sends a form with all that the service has handed out, and no
 * signature of the RPC style. The documents do not say in which order the real store checks the form. The store ignores
 * fields that it did not ask for.
 */
public final class SimulatedStore implements RequestHandler {

    private final String root;
    private final String path;
    private final Map<String, UploadPolicy> byPolicy = new ConcurrentHashMap<>();

    /** @param name tells the stores of several services apart; letters only */
    public SimulatedStore(String name) {
        this.root = "/oss/" + name + "/";
        this.path = root + RandomText.letters(20);
    }

    @Override
    public String root() {
        return root;
    }

    /** Where forms go: a bucket that nobody can guess. */
    public URI url(URI endpoint) {
        return endpoint.resolve(path);
    }

    /**
     * Lets one file in.
     *
     * @param key the name that the file gets
     * @param more fields that the form must bring besides those that every form brings
     * @param expires the moment from which the file is taken no longer; whole seconds
     * @return what the form must bring, in the order in which it is handed out
     */
    public Map<String, String> handOut(String key, Map<String, String> more, Instant expires, FileReceiver receiver) {
        UploadPolicy policy = UploadPolicy.random(key, more, expires, receiver);
        byPolicy.put(policy.text(), policy);
        return policy.fields();
    }

    @Override
    public HandledRequest read(RawRequest request) {
        return StoreRequest.of(this, request);
    }

    SimulatedAnswer post(RawRequest request, List<FormPart> parts) throws ServiceRefusal {
        if (!request.path().equals(path)) {
            throw StoreRefusal.noSuchBucket();
        }
        if (!request.method().equals("POST")) {
            throw StoreRefusal.methodNotAllowed();
        }
        StoreForm form = StoreForm.of(parts);
        UploadPolicy policy = form.policy(byPolicy);
        if (!request.time().isBefore(policy.expires())) {
            throw StoreRefusal.policyExpired();
        }
        // Last, so that only a correct form uses its policy up, and only one of two equal forms.
        if (byPolicy.remove(policy.text()) == null) {
            throw StoreRefusal.unknownPolicy();
        }
        return policy.receiver().receive(form.file(), request.time());
    }
}
