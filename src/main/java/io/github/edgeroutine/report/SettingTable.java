// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The plan of {@code configure} as lines for the build log. */
public final class SettingTable {

    private SettingTable() {}

    /** A headline, then for each environment: its settings now, the wanted settings, and what the goal will do. */
    public static List<String> of(
            RoutineName routine, Map<Environment, Setting> wanted, RoutineState state, Set<Environment> written) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("environment", "now", "wanted", ""));
        wanted.forEach((environment, setting) -> rows.add(List.of(
                environment.name(),
                words(state.settingOf(environment), ""),
                words(setting, "no hosts"),
                written.contains(environment) ? "configure" : "up to date")));
        return Stream.concat(Stream.of("Routine " + routine + ":"), Table.aligned(rows))
                .toList();
    }

    private static String words(Setting setting, String noHosts) {
        return (setting.specName().orElse("") + " "
                        + setting.allowedHosts()
                                .map(hosts -> hosts.isEmpty() ? noHosts : Table.few(hosts))
                                .orElse(""))
                .strip()
                .transform(text -> text.isEmpty() ? "-" : text);
    }
}
