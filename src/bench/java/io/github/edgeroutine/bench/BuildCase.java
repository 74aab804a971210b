// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import io.github.edgeroutine.bench.Maven.Build;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One module: the time that publishing adds to an empty build, compared with exec-maven-plugin and a script with Node's SDK. */
final class BuildCase {

    private enum Side {
        BARE,
        PUBLISH,
        EXEC,
        UP_TO_DATE,
        SKIP
    }

    private final Options options;
    private final Map<Side, List<Build>> builds = new EnumMap<>(Side.class);
    private final Map<Side, Integer> calls = new EnumMap<>(Side.class);

    BuildCase(Options options) {
        this.options = options;
        for (Side side : Side.values()) {
            builds.put(side, new ArrayList<>());
        }
    }

    List<Row> run() throws IOException, InterruptedException {
        Path script = Node.install(options.directory());
        Path bare = Project.single(options.directory().resolve("bare"), "");
        Path publish = Project.single(options.directory().resolve("publish"), Project.PUBLISH);
        Path exec = Project.single(options.directory().resolve("exec"), Project.exec(script));
        try (Service service = new Service(options.latency())) {
            Maven maven = new Maven(options, service.key());
            // The first round only fills caches.
            for (int round = 0; round <= options.pairs(); round++) {
                for (Side side : Side.values()) {
                    // A build that is up to date finds the result of the publish before it.
                    if (side != Side.UP_TO_DATE) {
                        service.reset(Service.ROUTINE);
                    }
                    Path project = side == Side.BARE ? bare : side == Side.EXEC ? exec : publish;
                    int before = service.arrivals().size();
                    Build build =
                            maven.deploy(project, service.endpoint(), "-Dedge-routine.skip=" + (side == Side.SKIP));
                    calls.put(side, service.arrivals().size() - before);
                    if (round > 0) {
                        builds.get(side).add(build);
                    }
                    if (service.shows(Service.ROUTINE) == (side == Side.BARE || side == Side.SKIP)) {
                        throw new IllegalStateException(side + " did not do what it is measured for");
                    }
                }
            }
        }
        return rows();
    }

    private List<Row> rows() {
        return List.of(
                ratio("publish", Side.PUBLISH, "0.7"),
                ratio("skipped", Side.SKIP, "0.2"),
                ratio("up to date", Side.UP_TO_DATE, "0.6"),
                new Row(
                        "peak memory added by publish, JVM as it comes",
                        "at most 25 MB",
                        Figures.number(added(Side.PUBLISH, Build::peak).median()) + " MB",
                        added(Side.PUBLISH, Build::peak).in("MB") + ", to a bare "
                                + of(Side.BARE, Build::peak).in("MB")),
                new Row(
                        "calls: up to date / publish",
                        "1 / 3",
                        calls.get(Side.UP_TO_DATE) + " / " + calls.get(Side.PUBLISH),
                        "skipped " + calls.get(Side.SKIP) + ", exec " + calls.get(Side.EXEC)));
    }

    private Row ratio(String name, Side side, String goal) {
        Figures added = added(side, Build::millis);
        Figures exec = added(Side.EXEC, Build::millis);
        Figures ratios = added.with(exec, (mine, theirs) -> mine / theirs);
        return new Row(
                name + ": time added, as a share of what exec + Node adds",
                "at most " + goal,
                Figures.number(added.median() / exec.median()),
                "adds " + added.in("ms") + ", exec " + exec.in("ms") + ", to a bare "
                        + of(Side.BARE, Build::millis).in("ms") + "; by rounds " + ratios.in("times"));
    }

    private Figures added(Side side, ToDoubleFunction<Build> figure) {
        return of(side, figure).minus(of(Side.BARE, figure));
    }

    private Figures of(Side side, ToDoubleFunction<Build> figure) {
        return new Figures(builds.get(side).stream().map(figure::applyAsDouble).toList());
    }
}
