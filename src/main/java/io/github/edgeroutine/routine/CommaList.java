// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;

/** A list within a sentence. */
public final class CommaList {

    /** No routine has so many environments, so only an absurd list is cut. */
    private static final int MOST = 50;

    private CommaList() {}

    /** For example "a, b, c", or the first of them "and 150 more". */
    public static String of(List<String> items) {
        return items.size() <= MOST
                ? String.join(", ", items)
                : String.join(", ", items.subList(0, MOST)) + " and " + (items.size() - MOST) + " more";
    }
}
