// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The work that grows with the number of environments, in this JVM. A simple loop: the first half only warms it up. It
 * tells milliseconds from seconds, which is all that is asked of it.
 */
final class HotCase {

    private static final int PLANNED = 10_000;
    /** The largest number that is read. More are refused. */
    private static final int READ = 200;

    private static final int ROUNDS = 40;

    private HotCase() {}

    static List<Row> run() {
        return List.of(
                row("planning a publish, " + PLANNED + " environments", new Planning(PLANNED)),
                row("reading a DescribeRoutine, " + READ + " environments", new Parsing(READ)));
    }

    private static Row row(String name, Runnable work) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        Figures warm = new Figures(millis.subList(ROUNDS / 2, ROUNDS));
        return new Row(
                name,
                "",
                Figures.number(warm.median()) + " ms",
                warm.in("ms") + ", the first time " + Figures.number(millis.get(0)) + " ms");
    }
}
