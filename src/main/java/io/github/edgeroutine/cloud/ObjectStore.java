// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.PrintedAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The object store that takes a routine's code: a form, filled in with what the service handed out, the file last. The
 * store then calls the service back, and only that call's answer says that the code has arrived.
 */
public final class ObjectStore {

    private static final String REMEDY = "Run the goal again; open a ticket with the request id if it stays.";

    private final Endpoint service;
    private final HttpSettings network;
    private final UntrustedText foreign;

    /** @param service the address of the DCDN API; only if it is on loopback may the store be there too */
    public ObjectStore(Endpoint service, HttpSettings network, UntrustedText foreign) {
        this.service = service;
        this.network = network;
        this.foreign = foreign;
    }

    /** @param handedOut {@code OssPostConfig}, as the service sent it: form fields, and the address under {@code Url} */
    public void post(JsonObject handedOut, byte[] code) throws CallFailedException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : handedOut.entrySet()) {
            if (each.getValue().isJsonPrimitive()) {
                fields.put(each.getKey(), each.getValue().getAsString());
            }
        }
        URI address = address(Optional.ofNullable(fields.remove("Url")).orElse(""));
        String boundary = "edge-routine-" + UUID.randomUUID();
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=" + boundary);
        try {
            judge(
                    new Wire(network).post(address.toString(), headers, form(fields, code, boundary), 1),
                    foreign.hidingForm(fields.values()));
        } catch (IOException e) {
            throw new NetworkFailure("the object store at " + foreign.quote(address.getHost()), "", network).of(e);
        }
    }

    private static byte[] form(Map<String, String> fields, byte[] code, String boundary) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                                + "Content-Type: text/javascript\r\n\r\n")
                        .getBytes(UTF_8));
        form.writeBytes(code);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    /** The documented example of an address is plain http; the code, and what lets one put it there, must not be. */
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
            // No address at all is refused like one of somebody else's.
        }
        throw new CallFailedException(
                "the service named an object store outside of aliyuncs.com" + printed(handedOut),
                Reason.UNREADABLE,
                Effect.NONE,
                "Check that {endpoint} is the DCDN API.");
    }

    private String printed(String handedOut) {
        try {
            return ", '" + foreign.quote(new PrintedAddress(new URI(handedOut)).toString()) + "'";
        } catch (URISyntaxException e) {
            return ", and its address is invalid";
        }
    }

    public static void judge(Answer answer, UntrustedText foreign) throws CallFailedException {
        boolean arrived = answer.isSuccess()
                && JsonText.read(answer.body())
                        .object()
                        .flatMap(reply -> AnswerReader.text(reply, "code"))
                        .filter("200"::equals)
                        .isPresent();
        if (arrived) {
            return;
        }
        String reason = tag(answer.body(), "Code")
                .map(code -> foreign.quote(code)
                        + tag(answer.body(), "Message")
                                .map(text -> ", '" + foreign.quote(text) + "'")
                                .orElse("")
                        + tag(answer.body(), "RequestId")
                                .map(id -> " (request id " + foreign.quote(id) + ")")
                                .orElse(""))
                .orElseGet(() -> "HTTP " + answer.status() + " with '" + foreign.quoteBody(answer.body()) + "'");
        throw new CallFailedException(
                        "the object store did not take the code: " + reason, Reason.REFUSED, Effect.UNKNOWN, REMEDY)
                .ofThisCall();
    }

    /** An object store's errors are XML; for three words of it no parser is worth its traps. */
    private static Optional<String> tag(String xml, String name) {
        Matcher tag = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
    }
}
