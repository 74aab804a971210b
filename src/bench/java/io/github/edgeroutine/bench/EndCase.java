// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Very many routines at the end of a reactor, compared with the rate limit of the service. */
final class EndCase {

    private static final int MODULES = 500;
    private static final int CALLS_A_SECOND = 100;
    private static final Duration LATENCY = Duration.ofMillis(100);

    private final Options options;

    EndCase(Options options) {
        this.options = options;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path bare = Project.reactor(options.directory().resolve("end-bare"), MODULES, "");
        Path publishing = Project.reactor(options.directory().resolve("end"), MODULES, Project.PUBLISH);
        List<Double> shares = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Double> calling = new ArrayList<>();
        int calls = 0;
        int tooMany = 0;
        try (Service service = new Service(LATENCY)) {
            Maven maven = new Maven(options, service.key());
            for (int round = 0; round < options.pairs(); round++) {
                for (int number = 1; number <= MODULES; number++) {
                    service.reset(Project.module(number));
                }
                double without = maven.deploy(bare, service.endpoint()).millis();
                double with = maven.deploy(
                                publishing,
                                service.endpoint(),
                                "-Dedge-routine.publishAtEnd=true",
                                // Eight at a time, the default, could make at most 80 calls of 100 ms in a second.
                                "-Dedge-routine.concurrency=16")
                        .millis();
                if (!service.shows(Project.module(1)) || !service.shows(Project.module(MODULES))) {
                    throw new IllegalStateException("not every module of " + publishing + " was published");
                }
                List<Double> arrivals = service.arrivals();
                calls = arrivals.size();
                tooMany += tooMany(arrivals);
                seconds.add((with - without) / 1000);
                calling.add(arrivals.get(calls - 1) - arrivals.get(0) + LATENCY.toMillis() / 1000.0);
                shares.add((with - without) / 1000 / calls * CALLS_A_SECOND);
            }
        }
        return List.of(new Row(
                MODULES + " routines at the end of a reactor, " + LATENCY.toMillis() + " ms a call, " + CALLS_A_SECOND
                        + " calls a second: time added, as a share of calls / " + CALLS_A_SECOND,
                "at most 1.10, no throttled call",
                Figures.number(new Figures(shares).median()) + ", " + tooMany + " throttled",
                "adds " + new Figures(seconds).in("s") + " with " + calls + " calls, which take "
                        + new Figures(calling).in("s") + " from the first to the last"));
    }

    /** The calls above the limit of the second before them. */
    private static int tooMany(List<Double> arrivals) {
        int count = 0;
        for (int call = CALLS_A_SECOND; call < arrivals.size(); call++) {
            if (arrivals.get(call) - arrivals.get(call - CALLS_A_SECOND) < 1) {
                count++;
            }
        }
        return count;
    }
}
