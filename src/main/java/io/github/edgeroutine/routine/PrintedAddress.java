// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.net.URI;

/** An address as it is printed, without user, query and fragment, because these can contain a secret. */
public record PrintedAddress(URI uri) {

    /** Such as "https://www.example.com:8443/health"; an address without a host is not printed at all. */
    @Override
    public String toString() {
        if (uri.getHost() == null) {
            return "…";
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        // If a slash is in the wrong place, the path contains the user.
        String path = uri.getRawPath().contains("@") ? "/…" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
