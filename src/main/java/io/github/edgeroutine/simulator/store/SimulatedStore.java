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
 * An object store that receives files for a service. A client sends a form with all fields from the service, without an
 * RPC signature. The documents do not say in which order the real store checks the form. The store ignores unknown
 * fields.
 */
public final class SimulatedStore implements RequestHandler {

    private final String root;
    private final String path;
    private final Map<String, UploadPolicy> byPolicy = new ConcurrentHashMap<>();

    /** @param name distinguishes the stores of several services; letters only */
    public SimulatedStore(String name) {
        this.root = "/oss/" + name + "/";
        this.path = root + RandomText.letters(20);
    }

    @Override
    public String root() {
        return root;
    }

    /** The address for forms: a bucket with a random name. */
    public URI url(URI endpoint) {
        return endpoint.resolve(path);
    }

    /**
     * Allows the upload of one file.
     *
     * @param key the name of the file
     * @param more required fields, in addition to the fields of every form
     * @param expires the end of the permission; whole seconds
     * @return the required fields of the form, in order
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
        // This is last: only a correct form uses its policy, and only one of two equal forms.
        if (byPolicy.remove(policy.text()) == null) {
            throw StoreRefusal.unknownPolicy();
        }
        return policy.receiver().receive(form.file(), request.time());
    }
}
