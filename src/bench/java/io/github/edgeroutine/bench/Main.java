// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the cases and prints their rows, for {@code src/bench/README.md}. */
public final class Main {

    private interface Case {

        List<Row> run(Options options) throws IOException, InterruptedException;
    }

    private static final Map<String, Case> CASES = Map.of(
            "build", options -> new BuildCase(options).run(),
            "road", options -> new RoadCase(options).run(),
            "reactor", options -> new ReactorCase(options).run(),
            "memory", options -> new MemoryCase(options).run(),
            "end", options -> new EndCase(options).run(),
            "bytes", options -> new BytesCase(options).run(),
            "hot", options -> HotCase.run());

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.fromSystemProperties();
        Machine.describe(options).forEach(System.out::println);
        List<Row> rows = new ArrayList<>();
        for (String name : options.cases()) {
            if (!CASES.containsKey(name)) {
                throw new IllegalArgumentException("-Dbench.cases knows " + CASES.keySet() + ", not " + name);
            }
            rows.addAll(CASES.get(name).run(options));
        }
        System.out.println();
        System.out.println(Row.HEAD);
        rows.forEach(System.out::println);
    }
}
