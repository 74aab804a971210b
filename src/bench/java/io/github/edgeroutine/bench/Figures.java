// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Repeated measurements of one thing, in the order of the rounds. */
record Figures(List<Double> values) {

    double median() {
        return quantile(0.5);
    }

    /** Differences within each round, so that a disturbed round has less influence. */
    Figures with(Figures other, DoubleBinaryOperator operator) {
        return new Figures(IntStream.range(0, values.size())
                .mapToObj(round -> operator.applyAsDouble(values.get(round), other.values.get(round)))
                .toList());
    }

    Figures minus(Figures other) {
        return with(other, (mine, theirs) -> mine - theirs);
    }

    /** For example "312 ms [290, 345]". */
    String in(String unit) {
        return number(median()) + " " + unit + " [" + number(quantile(0.25)) + ", " + number(quantile(0.75)) + "]";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value);
    }

    private double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(at));
        double above = sorted.get((int) Math.ceil(at));
        return below + (above - below) * (at - Math.floor(at));
    }
}
