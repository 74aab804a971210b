// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One received request. The maps are unmodifiable and keep the order of the request. If a parameter is repeated, the
 * last one counts (the real behaviour is not documented).
 *
 * @param method such as {@code POST}
 * @param action the Action parameter, or else the header x-acs-action, or else an empty string; {@code PostObject} for
 *     a form to an object store
 * @param query decoded parameters of the request line
 * @param form decoded parameters of a form or a JSON body, otherwise empty; in a form with a file, all fields without
 *     the file
 * @param headers names in lower case
 * @param file of a form to the object store
 * @param clientPort the client's port; the same for requests over one connection
 */
public record ReceivedCall(
        String method,
        String action,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers,
        Optional<FormPart> file,
        int clientPort) {

    public ReceivedCall {
        query = copy(query);
        form = copy(form);
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** Whether the body was sent in chunks, without a Content-Length. */
    public boolean chunked() {
        return headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Prints only names, because the values contain signatures and tokens. */
    @Override
    public String toString() {
        return "Call[" + method + " " + action + ", query " + query.keySet() + ", form " + form.keySet() + "]";
    }
}
