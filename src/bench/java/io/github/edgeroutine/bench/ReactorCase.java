// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many modules that each publish another routine, compared with an empty reactor of the same size. */
final class ReactorCase {

    private static final int MODULES = 41;
    private static final int CALLS_EACH = 3;

    private final Options options;

    ReactorCase(Options options) {
        this.options = options;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path directory = options.directory();
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        try (Service service = new Service(options.latency())) {
            Maven maven = new Maven(options, service.key());
            Path oneBare = Project.reactor(directory.resolve("one-bare"), 1, "");
            Path one = Project.reactor(directory.resolve("one"), 1, Project.PUBLISH);
            Path manyBare = Project.reactor(directory.resolve("many-bare"), MODULES, "");
            Path many = Project.reactor(directory.resolve("many"), MODULES, Project.PUBLISH);
            for (int round = 0; round < options.pairs(); round++) {
                first.add(added(maven, service, oneBare, one, 1));
                all.add(added(maven, service, manyBare, many, MODULES));
            }
        }
        double server = CALLS_EACH * options.latency().toMillis();
        Figures each = new Figures(all).with(new Figures(first), (many, one) -> (many - one) / (MODULES - 1));
        return List.of(new Row(
                "each further module of a reactor of " + MODULES,
                "at most 15 ms + the server's time",
                Figures.number(each.median() - server) + " ms + the server's time",
                each.in("ms") + ", including " + Figures.number(server) + " ms of latency of the server; the first "
                        + new Figures(first).in("ms")));
    }

    private static double added(Maven maven, Service service, Path bare, Path publishing, int modules)
            throws IOException, InterruptedException {
        for (int number = 1; number <= modules; number++) {
            service.reset(Project.module(number));
        }
        double without = maven.deploy(bare, service.endpoint()).millis();
        double with = maven.deploy(publishing, service.endpoint()).millis();
        if (service.arrivals().size() != CALLS_EACH * modules || !service.shows(Project.module(modules))) {
            throw new IllegalStateException("not every module of " + publishing + " was published");
        }
        return with - without;
    }
}
