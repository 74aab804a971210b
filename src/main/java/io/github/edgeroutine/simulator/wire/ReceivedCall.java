// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as the simulator received it. The maps are unmodifiable and keep the order of the wire; of a repeated
 * parameter the last one counts (what the real gateway does is not documented).
 *
 * @param method such as {@code POST}
 * @param action the Action parameter, else the header x-acs-action, else the empty string;
 *     {@code PostObject} for a form to an object store
 * @param query decoded parameters of the request line
 * @param form decoded parameters of the body, empty unless the body is a form or a JSON object; of a form with a file
 *     all fields but the file
 * @param headers names in lower case
 * @param file of a form to the object store
 * @param clientPort where the connection begins; the same for requests over the same connection
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

    /** Whether the body came in chunks and not with a Content-Length. */
    public boolean chunked() {
        return headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Names only: the values hold signatures and tokens. */
    @Override
    public String toString() {
        return "Call[" + method + " " + action + ", query " + query.keySet() + ", form " + form.keySet() + "]";
    }
}
