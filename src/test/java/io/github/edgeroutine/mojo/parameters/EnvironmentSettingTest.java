// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSettingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"www.example.com", "*.example.com", "例子.example", "example.com.", "localhost", "a_b.example.com"
            })
    void aDomainIsAccepted(String host) {
        assertEquals(Optional.of(List.of(host)), setting("50ms", host).allowedHosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com",
                "www.example.com/path",
                "www example.com",
                "www.example.com:443",
                ".example.com",
                "a..example.com"
            })
    void anInvalidDomainIsRefused(String host) {
        assertEquals(
                "contains an <allowedHost> '" + host + "' of staging that is not a domain such as"
                        + " www.example.com (without scheme, port and path)",
                refusal("50ms", host));
    }

    @Test
    void anAddressWithAPasswordIsNotQuoted() {
        assertEquals(
                "contains an <allowedHost> of staging that is not a domain such as www.example.com (without"
                        + " scheme, port and path)",
                refusal("50ms", "https://user:s3cret@www.example.com/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10ms", "50MS", "50", "100 ms"})
    void anUnknownSpecIsRefused(String spec) {
        assertEquals(
                "sets the <specName> of staging to '" + spec + "', but the service knows only 5ms, 50ms and 100ms",
                refusal(spec, "www.example.com"));
    }

    @Test
    void aServiceWithoutSettingsRefusesThemWithARemedy() {
        ParameterErrors faults = new ParameterErrors();

        assertEquals(Map.of(), EnvironmentSetting.all(null, GoalOf.service(MadeUpService.FIXED), faults));
        assertEquals(
                "The configuration cannot be used: <environmentSettings> cannot be set, because this service"
                        + " has no environment settings. Name the hosts at the gate.",
                assertThrows(MojoFailureException.class, faults::throwIfAny).getMessage());
    }

    private static String refusal(String spec, String host) {
        return assertThrows(IllegalArgumentException.class, () -> setting(spec, host))
                .getMessage();
    }

    private static Setting setting(String spec, String host) {
        return new EnvironmentSetting(Optional.of("staging"), Optional.of(spec), Optional.of(List.of(host)))
                .settings(MadeUpService.OPEN)
                .get(new Environment("staging"));
    }
}
