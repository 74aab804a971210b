// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the POM hands over.
 *
 * @param directory of the bench, under {@code target}
 * @param localRepository holds the plugin, as installed just now
 * @param cases the names of those to run
 * @param pairs how often each side runs
 * @param latency how late the service answers
 */
record Options(Path directory, Path mavenHome, Path localRepository, List<String> cases, int pairs, Duration latency) {

    static Options fromSystemProperties() {
        return new Options(
                Path.of(text("directory")),
                Path.of(text("mavenHome")),
                Path.of(text("localRepository")),
                List.of(text("cases").split(",")),
                Integer.parseInt(text("pairs")),
                Duration.ofMillis(Long.parseLong(text("latency"))));
    }

    static String text(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalArgumentException("-Dbench." + name + " is missing: start with mvn install -Pbench");
        }
        return value;
    }
}
