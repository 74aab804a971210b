// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.net.URI;

/** An address as it is printed. A user, a query and a fragment can hold a secret, and are left out. */
public record PrintedAddress(URI uri) {

    /** Such as "https://www.example.com:8443/health"; without a host nothing is known to be printable. */
    @Override
    public String toString() {
        if (uri.getHost() == null) {
            return "…";
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        // Whoever misplaced a slash has the user in the path.
        String path = uri.getRawPath().contains("@") ? "/…" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
