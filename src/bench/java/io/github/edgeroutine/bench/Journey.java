// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The builds with one network distance. */
final class Journey {

    enum Side {
        BARE,
        PUBLISH,
        EXEC
    }

    private final String distance;
    private final Road road;
    private final Map<Side, List<Double>> millis = new EnumMap<>(Side.class);
    private final Map<Side, String> connections = new EnumMap<>(Side.class);

    /** @param distance in words */
    Journey(String distance, Road road) {
        this.distance = distance;
        this.road = road;
    }

    /** @param counts whether its time counts */
    void build(Maven maven, Service service, Side side, Path project, boolean counts)
            throws IOException, InterruptedException {
        service.reset(Service.ROUTINE);
        double taken = maven.deploy(project, road.endpoint()).millis();
        connections.put(side, road.connections() + " / " + road.handshakes());
        if (counts) {
            millis.computeIfAbsent(side, any -> new ArrayList<>()).add(taken);
        }
        if (service.shows(Service.ROUTINE) == (side == Side.BARE)) {
            throw new IllegalStateException(side + " did not do what it is measured for");
        }
    }

    Figures added(Side side) {
        return new Figures(millis.get(side)).minus(new Figures(millis.get(Side.BARE)));
    }

    List<Row> rows() {
        Figures publish = added(Side.PUBLISH);
        Figures exec = added(Side.EXEC);
        Figures ratios = publish.with(exec, (mine, theirs) -> mine / theirs);
        return List.of(
                new Row(
                        "publish over TLS, " + distance + ": time added, as a share of what exec + Node adds",
                        "at most 1.0",
                        Figures.number(publish.median() / exec.median()),
                        "adds " + publish.in("ms") + ", exec " + exec.in("ms") + ", to a bare "
                                + new Figures(millis.get(Side.BARE)).in("ms") + "; by rounds " + ratios.in("times")),
                new Row(
                        "connections / TLS handshakes of a publish, " + distance,
                        "1 / 1",
                        connections.get(Side.PUBLISH),
                        "exec " + connections.get(Side.EXEC)));
    }
}
