// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
class VariablesMojoTest extends RehearsalFixture {

    private static final String URL = "<variable><name>URL</name><value>https://example.com</value></variable>";

    private final Properties machine = new Properties();

    @BeforeEach
    void aMachineHasVariables() {
        when(session.getSystemProperties()).thenReturn(machine);
        commandLine("environments", "staging");
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void variablesAndSecretsAreSetAndNeverPrinted(VariablesMojo mojo) throws Exception {
        machine.setProperty("env.API_TOKEN", "t0p-s3cret");
        give(VariablesMojo.class, mojo, "variables", URL);
        give(VariablesMojo.class, mojo, "secrets", "<secret><name>TOKEN</name><env>API_TOKEN</env></secret>");

        inProject(mojo).execute();

        assertEquals(
                Map.of("URL", "https://example.com", "TOKEN", ""),
                EsaAccount.load(stateFile("simulator-esa.json")).variables("hello", "staging"));
        assertEquals(
                List.of(
                        "Variables of routine hello:",
                        "  staging  URL  new, plain text",
                        "  staging  TOKEN  new, secret",
                        "The variables were set. Existing revisions keep their old values. Upload the code"
                                + " again to get a revision with the new values. If the code has not changed,"
                                + " set <force> (-Dedge-routine.force)."),
                log.subList(1, log.size()));
        assertFalse(log.toString().contains("s3cret"));
        assertFalse(log.toString().contains("example.com"));
        assertEquals("{URL=plain text, TOKEN=secret}", request(mojo).variables().toString());
        log.clear();

        give(VariablesMojo.class, mojo, "secrets", "");
        mojo.execute();

        assertEquals("Up to date: there was no variable to set.", log.get(log.size() - 1));
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunSetsNothing(VariablesMojo mojo) throws Exception {
        give(VariablesMojo.class, mojo, "variables", URL);

        inProject(mojo).execute();

        assertEquals("Dry run: nothing was set.", log.get(log.size() - 1));
        assertEquals(Map.of(), EsaAccount.load(stateFile("simulator-esa.json")).variables("hello", "staging"));
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    void everyErrorIsNamed(VariablesMojo mojo) throws Exception {
        Server empty = new Server();
        empty.setId("empty");
        Server unfilled = new Server();
        unfilled.setId("unfilled");
        unfilled.setPassword("${env.NOWHERE}");
        settings.setServers(List.of(empty, unfilled));
        give(
                VariablesMojo.class,
                mojo,
                "variables",
                "<variable><value>hidden</value></variable><variable><name>A-B</name><value>hidden</value></variable>"
                        + "<variable><name>prototype</name><value>hidden</value></variable><variable><name>A</name></variable>"
                        + "<variable><name>L</name><value>" + "x".repeat(201) + "</value></variable>" + URL + URL);
        give(
                VariablesMojo.class,
                mojo,
                "secrets",
                "<secret><name>B</name><value>hidden</value></secret><secret><name>C</name></secret>"
                        + "<secret><name>D</name><serverId>nobody</serverId></secret>"
                        + "<secret><name>F</name><serverId>unfilled</serverId></secret>"
                        + "<secret><name>G</name><env>NOWHERE</env></secret>");

        String name = ", but the name of a variable has at most 100 ASCII letters, digits and underscores, and is not"
                + " __proto__,"
                + " constructor or prototype; ";
        assertEquals(
                "<variables> contains a <variable> without <name>; <variables> contains the name 'A-B'" + name
                        + "<variables> contains the name 'prototype'" + name
                        + "<variables> contains no <value> for A; <variables> gives L a value of 201"
                        + " characters, but the service allows only 200; <variables> names URL twice;"
                        + " <secrets> sets a <value> for the secret B, but the POM must not"
                        + " contain secrets: name a server of settings.xml with"
                        + " <serverId>, or an environment variable with <env>;"
                        + " <secrets> must set exactly one of <serverId> and <env> for C; <secrets> names the server"
                        + " nobody, which is missing in settings.xml; <secrets> cannot be read: Server unfilled in"
                        + " settings.xml: <password> names ${env.NOWHERE}, which is not set. Set that"
                        + " environment variable"
                        + " for the build.; <secrets> names the environment variable NOWHERE, which is not set",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    void withoutAnyVariableThereIsNothingToDo(VariablesMojo mojo) {
        assertEquals(
                "<variables> is missing: name at least one <variable>, or one <secret> of <secrets>", faults(mojo));
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    void moreThanFiftyVariablesAreRefused(VariablesMojo mojo) throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 51; i++) {
            many.append("<variable><name>V").append(i).append("</name><value>x</value></variable>");
        }
        give(VariablesMojo.class, mojo, "variables", many.toString());

        assertEquals("<variables> has 51 variables with <secrets>, but an environment has at most 50", faults(mojo));
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "name", value = "hello")
    void aServiceWithoutVariablesIsRefused(VariablesMojo mojo) throws Exception {
        give(VariablesMojo.class, mojo, "variables", URL);

        assertEquals("<variables> cannot be set, because this service has no function variables", faults(mojo));
    }
}
