// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the existing name that is closest to a wrong name. */
public final class Nearest {

    /** Every routine has these, and no region has a similar name. */
    private static final List<String> FIXED = List.of("staging", "production");

    private Nearest() {}

    /** The names that exist, nearest first. */
    static List<String> sort(String written, Collection<String> existing) {
        Map<String, Integer> distances = new HashMap<>();
        existing.forEach(name -> distances.computeIfAbsent(name, any -> distance(written, any)));
        return existing.stream().sorted(Comparator.comparing(distances::get)).toList();
    }

    /** For example "Did you mean b? There are: b, c." */
    public static String hint(String written, Collection<String> existing) {
        if (existing.isEmpty()) {
            return "It has none.";
        }
        List<String> sorted = sort(written, existing);
        String best = sorted.get(0);
        boolean near = distance(written, best) <= tolerance(written);
        return (near ? "Did you mean " + best + "? " : "") + "There are: " + CommaList.of(sorted) + ".";
    }

    /**
     * The existing name if the given name only differs in spelling; otherwise empty. Typing errors are not corrected
     * here, because the names of regions are similar: Hunan and Henan are two regions.
     */
    public static Optional<String> otherSpelling(String written, Collection<String> existing) {
        return existing.contains(written)
                ? Optional.empty()
                : existing.stream()
                        .filter(name -> distance(written, name) == 0
                                || FIXED.contains(name) && distance(written, name) <= tolerance(written))
                        .findFirst();
    }

    /** The existing name, if only case and punctuation differ. */
    public static Optional<String> same(String written, Collection<String> existing) {
        return existing.stream()
                .filter(name -> plain(name).equals(plain(written)))
                .findFirst();
    }

    /** The name that begins with the given text, otherwise the nearest name. */
    public static String meant(String written, Collection<String> existing) {
        List<String> sorted = sort(written, existing);
        return sorted.stream()
                .filter(name -> !plain(written).isEmpty() && plain(name).startsWith(plain(written)))
                .findFirst()
                .orElse(sorted.get(0));
    }

    private static int tolerance(String written) {
        return Math.max(1, written.length() / 4);
    }

    private static int distance(String written, String existing) {
        String from = plain(written);
        String to = plain(existing);
        return from.length() > 3 && to.endsWith(from) ? 0 : levenshtein(from, to);
    }

    /** Documents spell one environment Hong Kong, Hong-Kong, Preset_Canary_HongKong and presetCanaryHongKong. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static int levenshtein(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
