// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingTableTest {

    private static final Environment STAGING = new Environment("staging");
    private static final Environment PRODUCTION = new Environment("production");
    private static final Environment CANARY = new Environment("presetCanaryZhejiang");

    private final RoutineState state = new RoutineState(
            Map.of(),
            List.of(),
            Map.of(
                    STAGING,
                    new Setting(Optional.of("50ms"), Optional.of(List.of("a.example.com"))),
                    PRODUCTION,
                    new Setting(Optional.of("5ms"), Optional.of(List.of()))));

    @Test
    void eachEnvironmentShowsItsSettingsNowAndTheWantedSettings() {
        Map<Environment, Setting> wanted = new LinkedHashMap<>();
        wanted.put(STAGING, new Setting(Optional.of("50ms"), Optional.empty()));
        wanted.put(PRODUCTION, new Setting(Optional.empty(), Optional.of(List.of("a.example.com", "b.example.com"))));
        wanted.put(CANARY, new Setting(Optional.of("100ms"), Optional.of(List.of("c.example.com"))));

        assertEquals(
                """
                Routine hello:
                  environment           now                 wanted
                  staging               50ms a.example.com  50ms                         up to date
                  production            5ms                 a.example.com b.example.com  configure
                  presetCanaryZhejiang  -                   100ms c.example.com          configure""",
                String.join(
                        "\n", SettingTable.of(new RoutineName("hello"), wanted, state, Set.of(PRODUCTION, CANARY))));
    }

    /** An empty list removes all domains. No list changes nothing. */
    @Test
    void anEmptyListOfDomainsIsShown() {
        Setting none = new Setting(Optional.empty(), Optional.of(List.of()));

        assertNotEquals(row(Setting.NONE), row(none));
    }

    private String row(Setting wanted) {
        return SettingTable.of(new RoutineName("hello"), Map.of(CANARY, wanted), state, Set.of(CANARY))
                .get(2);
    }
}
