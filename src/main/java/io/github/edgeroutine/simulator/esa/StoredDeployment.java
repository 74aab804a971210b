// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The versions that one environment runs.
 *
 * @param id increases with each deployment of the account
 * @param creationTime such as {@code 2023-05-11T09:21:36Z}
 * @param shares one version or two, each with its percentage of the requests
 */
record StoredDeployment(String id, String creationTime, Map<String, Integer> shares) {

    StoredDeployment {
        Objects.requireNonNull(id, "id");
        Instant.parse(creationTime);
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        if (!areShares(shares)) {
            throw new IllegalArgumentException("no shares of one version or two: " + shares);
        }
    }

    static boolean areShares(Map<String, Integer> shares) {
        return !shares.isEmpty()
                && shares.size() <= 2
                && shares.values().stream().allMatch(percentage -> percentage > 0)
                && shares.values().stream().mapToInt(Integer::intValue).sum() == 100;
    }
}
