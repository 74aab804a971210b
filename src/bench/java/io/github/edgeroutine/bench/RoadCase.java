// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One module with TLS, near the service and far from it: the time that a publish adds, compared with exec + Node. */
final class RoadCase {

    private static final Duration FAR = Duration.ofMillis(100);

    private final Options options;

    RoadCase(Options options) {
        this.options = options;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path script = Node.install(options.directory());
        Map<Journey.Side, Path> projects = Map.of(
                Journey.Side.BARE, Project.single(options.directory().resolve("bare"), ""),
                Journey.Side.PUBLISH, Project.single(options.directory().resolve("publish"), Project.PUBLISH),
                Journey.Side.EXEC, Project.single(options.directory().resolve("exec"), Project.exec(script)));
        Certificate certificate = Certificate.make(options.directory().resolve("certificate"));
        try (Service service = new Service(options.latency());
                Road shortRoad = new Road(service.port(), Duration.ZERO, certificate);
                Road longRoad = new Road(service.port(), FAR, certificate)) {
            Maven maven = new Maven(options, service.key()).trusting(certificate);
            Journey near = new Journey("no distance", shortRoad);
            Journey far = new Journey("a round trip of " + FAR.toMillis() + " ms", longRoad);
            // The first round only fills caches.
            for (int round = 0; round <= options.pairs(); round++) {
                for (Journey.Side side : Journey.Side.values()) {
                    near.build(maven, service, side, projects.get(side), round > 0);
                    far.build(maven, service, side, projects.get(side), round > 0);
                }
            }
            return rows(near, far);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Row> rows(Journey near, Journey far) {
        List<Row> rows = new ArrayList<>(near.rows());
        rows.addAll(far.rows());
        Figures distance = far.added(Journey.Side.PUBLISH)
                .with(near.added(Journey.Side.PUBLISH), (farther, nearer) -> farther - nearer);
        rows.add(new Row(
                "what " + FAR.toMillis() + " ms of distance add to a publish",
                "at most 400 ms",
                Figures.number(distance.median()) + " ms",
                distance.in("ms")));
        return rows;
    }
}
