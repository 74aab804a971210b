// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CiServerTest {

    private static final String FAILURE = "Could not publish: 100% of it,\nsaid the service";

    @Test
    void aVariableOfTheEnvironmentTellsTheServer() {
        assertEquals(Optional.of(CiServer.GITHUB), serverWith("env.GITHUB_ACTIONS", "true"));
        assertEquals(Optional.of(CiServer.AZURE), serverWith("env.TF_BUILD", "True"));
        assertEquals(Optional.of(CiServer.GITLAB), serverWith("env.GITLAB_CI", "true"));
        assertEquals(Optional.empty(), serverWith("env.GITLAB_CI", "false"));
        assertEquals(Optional.empty(), CiServer.of(new Properties()));
    }

    @Test
    void gitHubGetsOneLineWithItsEscapes() {
        assertEquals(
                Optional.of("::error title=Edge Routine::Could not publish: 100%25 of it,%0Asaid the service"),
                CiServer.GITHUB.command(FAILURE));
        assertEquals(Optional.empty(), CiServer.GITHUB.codeQualityReport(FAILURE, () -> "pom.xml"));
    }

    @Test
    void azureGetsOneLineWithItsEscapes() {
        assertEquals(
                Optional.of("##vso[task.logissue type=error]Could not publish: 100%AZP25 of it,%0Asaid the service"),
                CiServer.AZURE.command(FAILURE));
    }

    @Test
    void gitLabGetsACodeQualityReport() {
        JsonArray report = JsonParser.parseString(CiServer.GITLAB
                        .codeQualityReport(FAILURE, () -> "edge/pom.xml")
                        .orElseThrow())
                .getAsJsonArray();

        assertEquals(1, report.size());
        JsonObject problem = report.get(0).getAsJsonObject();
        assertEquals(FAILURE, problem.get("description").getAsString());
        assertEquals("blocker", problem.get("severity").getAsString());
        JsonObject location = problem.getAsJsonObject("location");
        assertEquals("edge/pom.xml", location.get("path").getAsString());
        assertEquals(1, location.getAsJsonObject("lines").get("begin").getAsInt());
        assertEquals(Optional.empty(), CiServer.GITLAB.command(FAILURE));
    }

    private static Optional<CiServer> serverWith(String variable, String value) {
        Properties system = new Properties();
        system.setProperty(variable, value);
        return CiServer.of(system);
    }
}
