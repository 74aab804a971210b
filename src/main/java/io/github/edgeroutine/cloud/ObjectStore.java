// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.PrintedAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The object store that receives the files of a routine. A service provides the {@link UploadForm} for it. */
public final class ObjectStore {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /** A page that a portal or a proxy sends, but never the store. */
    private static final Pattern PAGE = Pattern.compile("(?is)\\s*<(!doctype html|html).*");

    private final Api api;
    private final Endpoint service;
    private final HttpSettings network;
    private final UntrustedText untrusted;

    /** @param service the address of the API; the store may be on loopback only if the API is too */
    public ObjectStore(Api api, Endpoint service, HttpSettings network, UntrustedText untrusted) {
        this.api = api;
        this.service = service;
        this.network = network;
        this.untrusted = untrusted;
    }

    /** @throws CallFailedException unless the store confirms that the file has arrived */
    public void post(UploadForm form, byte[] file) throws CallFailedException {
        URI address = address(form.url());
        String boundary = "edge-routine-" + UUID.randomUUID();
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=" + boundary);
        try {
            judge(form, new Wire(network).post(address.toString(), headers, form.body(file, boundary), 1));
        } catch (IOException e) {
            throw new NetworkFailure("the object store at " + untrusted.quote(address.getHost()), "", network).of(e);
        }
    }

    /**
     * The address in the documents is plain http. The code must be encrypted, and so must the form, because it gives
     * access to the store.
     */
    public URI address(String handedOut) throws CallFailedException {
        try {
            URI given = URI.create(handedOut);
            boolean alibaba = given.getHost() != null && given.getHost().endsWith(".aliyuncs.com");
            URI address = alibaba ? URI.create(handedOut.replaceFirst("(?i)^http:", "https:")) : given;
            Endpoint store = new Endpoint(address.resolve("/"));
            if (alibaba || service.isLoopback() && store.isLoopback()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // An invalid address is refused like the address of another provider.
        }
        throw new CallFailedException(
                "the service named an object store outside of aliyuncs.com" + printed(handedOut),
                Reason.UNREADABLE,
                Effect.NONE,
                "Check that {endpoint} is the " + api.product() + " API.");
    }

    private String printed(String handedOut) {
        try {
            return ", '" + untrusted.quote(new PrintedAddress(new URI(handedOut)).toString()) + "'";
        } catch (URISyntaxException e) {
            return ", and its address is invalid";
        }
    }

    /** @throws CallFailedException unless the answer confirms that the file has arrived */
    public void judge(UploadForm form, Answer answer) throws CallFailedException {
        if (!hasArrived(form, answer)) {
            CallFailedException refusal = new CallFailedException(
                            "the object store did not accept the " + form.kind() + ": "
                                    + reason(
                                            answer,
                                            untrusted.hidingForm(form.fields().values())),
                            Reason.REFUSED,
                            isTurnedAway(form, answer) ? Effect.NONE : Effect.UNKNOWN,
                            "Run the goal again. If it fails again, open a ticket with the request id.")
                    .ofThisCall();
            throw answer.status() >= SERVER_ERROR ? refusal.passing() : refusal;
        }
    }

    /** Without a callback the store refuses an upload before it stores anything. */
    private static boolean isTurnedAway(UploadForm form, Answer answer) {
        return form.kind() == FileKind.ARCHIVE
                && answer.status() >= CLIENT_ERROR
                && answer.status() < SERVER_ERROR
                && tag(answer.body(), "Code").isPresent();
    }

    private static boolean hasArrived(UploadForm form, Answer answer) {
        return answer.isSuccess()
                && JsonText.read(answer.body())
                        .object()
                        .flatMap(reply -> JsonText.text(reply, "code"))
                        .map("200"::equals)
                        .orElseGet(() -> !form.isCalledBack()
                                && tag(answer.body(), "Code").isEmpty()
                                && !PAGE.matcher(answer.body()).matches());
    }

    private static String reason(Answer answer, UntrustedText untrusted) {
        return tag(answer.body(), "Code")
                .map(code -> untrusted.quote(code)
                        + tag(answer.body(), "Message")
                                .map(text -> ", '" + untrusted.quote(text) + "'")
                                .orElse("")
                        + tag(answer.body(), "RequestId")
                                .map(id -> " (request id " + untrusted.quote(id) + ")")
                                .orElse(""))
                .orElseGet(() -> "HTTP " + answer.status() + " with '" + untrusted.quoteBody(answer.body()) + "'");
    }

    /**
     * The errors of an object store are XML. Only three elements are needed, so no XML parser is used, which would have
     * security risks.
     */
    private static Optional<String> tag(String xml, String name) {
        Matcher tag = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
    }
}
