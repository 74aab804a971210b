// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an environment runs, in JSON: {@code live} in {@code src/site/resources/publish.schema.json}.
 *
 * @param state revision, split, unnumbered, nothing or unknown
 * @param revision the digits of the revision that answers all requests; {@code null} if there is no such revision
 * @param shares the percentage of each revision; empty unless the state is revision or split
 * @param words the same for people
 */
public record LiveJson(String state, String revision, Map<String, Integer> shares, String words) {

    public static LiveJson of(Live live) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        live.traffic()
                .ifPresent(traffic ->
                        traffic.shares().forEach((revision, percent) -> shares.put(revision.digits(), percent)));
        return new LiveJson(state(live), live.alone().map(CodeRevision::digits).orElse(null), shares, live.toString());
    }

    private static String state(Live live) {
        if (live instanceof NoRevision none) {
            return none.name().toLowerCase(Locale.ROOT);
        }
        if (live instanceof UnnumberedCode) {
            return "unnumbered";
        }
        return live.alone().isPresent() ? "revision" : "split";
    }

    /** @throws IllegalArgumentException if {@link #of} cannot have made it */
    public Live live() {
        if (state == null || shares == null || words == null) {
            throw new IllegalArgumentException();
        }
        Live live = switch (state) {
            case "revision", "split" -> {
                Map<CodeRevision, Integer> traffic = new LinkedHashMap<>();
                shares.forEach((digits, percent) -> traffic.put(new CodeRevision(digits), percent));
                yield new Traffic(traffic);
            }
            case "unnumbered" -> new UnnumberedCode(words);
            default -> NoRevision.valueOf(state.toUpperCase(Locale.ROOT));
        };
        if (!of(live).equals(this)) {
            throw new IllegalArgumentException();
        }
        return live;
    }
}
