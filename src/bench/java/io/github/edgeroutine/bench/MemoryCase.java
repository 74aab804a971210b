// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import io.github.edgeroutine.bench.Maven.Build;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory that publishing adds: the peak of the resident set. The JVM collects its garbage early. With the default heap of a large machine, the figure would show the garbage instead of the needed memory.
 */
final class MemoryCase {

    private static final String JVM = "-XX:+UseSerialGC -Xms16m -Xmx128m";

    private final Options options;

    MemoryCase(Options options) {
        this.options = options;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path bare = Project.single(options.directory().resolve("bare"), "");
        Path publish = Project.single(options.directory().resolve("publish"), Project.PUBLISH);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        try (Service service = new Service(options.latency())) {
            Maven maven = new Maven(options, service.key()).withJvm(JVM);
            for (int round = 0; round < options.pairs(); round++) {
                service.reset(Service.ROUTINE);
                Build first = maven.deploy(bare, service.endpoint());
                Build second = maven.deploy(publish, service.endpoint());
                without.add(first.peak());
                with.add(second.peak());
            }
        }
        Figures added = new Figures(with).minus(new Figures(without));
        return List.of(new Row(
                "peak memory added by publish, with " + JVM,
                "at most 40 MB",
                Figures.number(added.median()) + " MB",
                added.in("MB") + ", to a bare " + new Figures(without).in("MB")));
    }
}
