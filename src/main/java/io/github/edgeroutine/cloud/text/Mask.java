// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Hides secrets in a text. It compares letters and digits only, and hides every run of characters that is also in a
 * secret. So it also finds a prefix, a half, or a secret with other characters in between.
 */
public final class Mask {

    static final String MASK = "***";

    /** Shorter runs are common in normal texts. A shorter secret is searched as a whole. */
    private static final int RUN = 12;
    /** A shorter secret is hidden only as a separate word. */
    private static final int SHORT = 4;
    /** The limit of nested escapes. A reader could not decode more by hand. */
    private static final int LAYERS = 8;

    private static final long BASE = 1_000_003;
    private static final long FIRST = LongStream.range(0, RUN - 1).reduce(1, (power, each) -> power * BASE);

    private final List<String> exact;
    private final List<String> whole;
    private final long[] runs;

    Mask(List<String> secrets) {
        List<Disguises> disguises = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .distinct()
                .map(Disguises::new)
                .toList();
        List<String> letters = disguises.stream()
                .flatMap(each -> each.letters().stream())
                .distinct()
                .toList();
        exact = disguises.stream()
                .flatMap(each -> each.exact().stream())
                .map(form -> Layer.of(form).dense().text())
                .distinct()
                .toList();
        whole = letters.stream()
                .filter(form -> form.length() >= SHORT && form.length() < RUN)
                .toList();
        runs = letters.stream()
                .flatMapToLong(form -> Arrays.stream(runs(form)))
                .sorted()
                .distinct()
                .toArray();
    }

    String of(String line) {
        BitSet hidden = new BitSet();
        Layer printed = Layer.of(line);
        hideBelow(printed, hidden);
        // A line break may be inside a secret, or inside an escape.
        hideBelow(printed.dense(), hidden);
        StringBuilder masked = new StringBuilder();
        int end = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(end)) {
            masked.append(line, end, start).append(MASK);
            end = hidden.nextClearBit(start);
        }
        return masked.append(line, end, line.length()).toString();
    }

    private void hideBelow(Layer printed, BitSet hidden) {
        Optional<Layer> layer = Optional.of(printed);
        for (int depth = 0; layer.isPresent() && depth <= LAYERS; depth++) {
            hide(layer.get(), hidden);
            layer.get().untagged().ifPresent(untagged -> hideLetters(untagged.letters(), hidden));
            layer = layer.get().decoded();
        }
    }

    private void hide(Layer layer, BitSet hidden) {
        Layer dense = layer.dense();
        for (String secret : exact) {
            if (secret.length() < SHORT) {
                hide(secret, layer.lowerCase(), Mask::standsAlone, hidden);
            } else {
                hide(secret, dense, Mask::anywhere, hidden);
            }
        }
        hideLetters(layer.letters(), hidden);
    }

    private void hideLetters(Layer letters, BitSet hidden) {
        for (String secret : whole) {
            hide(secret, letters, Mask::anywhere, hidden);
        }
        long[] found = runs(letters.text());
        for (int at = 0; at < found.length; at++) {
            if (Arrays.binarySearch(runs, found[at]) >= 0) {
                hidden.set(letters.starts()[at], letters.ends()[at + RUN - 1]);
            }
        }
    }

    private interface Condition {
        boolean holds(String text, int start, int end);
    }

    private static void hide(String secret, Layer layer, Condition condition, BitSet hidden) {
        String text = layer.text();
        for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
            int end = at + secret.length();
            if (condition.holds(text, at, end)) {
                hidden.set(layer.starts()[at], layer.ends()[end - 1]);
            }
        }
    }

    private static boolean anywhere(String text, int start, int end) {
        return true;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** A hash for each run, in order; equal runs have equal hashes. */
    private static long[] runs(String text) {
        long[] runs = new long[Math.max(0, text.length() - RUN + 1)];
        long run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = (at < RUN ? run : run - text.charAt(at - RUN) * FIRST) * BASE + text.charAt(at);
            if (at >= RUN - 1) {
                runs[at - RUN + 1] = run;
            }
        }
        return runs;
    }
}
