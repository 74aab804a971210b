// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class ConfigureMojoTest extends MojoFixture {

    private static final String GOAL = "configure";

    @Test
    @InjectMojo(goal = GOAL)
    void missingParametersAreNamed(ConfigureMojo mojo) {
        assertEquals(
                "<environmentSettings> is missing: name at least one <environmentSetting>; " + NO_NAME, faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = "src/test/resources/whole-life/pom.xml")
    void settingsCanBeWrittenInDifferentWays(ConfigureMojo mojo) throws MojoFailureException {
        Map<Environment, Setting> settings = request(mojo).settings();

        assertEquals(
                List.of(new Environment("staging"), new Environment("production")), List.copyOf(settings.keySet()));
        assertEquals(
                List.of(
                        new Setting(Optional.of("50ms"), Optional.empty()),
                        new Setting(Optional.of("100ms"), Optional.of(List.of("a.example.com", "b.example.com")))),
                List.copyOf(settings.values()));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = "src/test/resources/faulty/pom.xml")
    void everyWrongSettingIsNamed(ConfigureMojo mojo) {
        assertEquals(
                "<environmentSettings> contains an <environmentSetting> without"
                        + " <environment>; <environmentSettings> 'Hong Kong' is not a valid environment name. Use"
                        + " staging, production or a canary region such as presetCanaryZhejiang;"
                        + " <environmentSettings> sets no <specName> and no <allowedHosts> for staging",
                faults(mojo));
    }
}
