// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of goals that are called by hand, for programs. */
@MojoTest
class OutputFileTest extends RehearsalFixture {

    private static final String LIVE = "1620876959997924702";
    private static final String UNUSED = "1620876959997924701";

    private Path file;

    @BeforeEach
    void anAccountHasTwoRevisions() throws IOException {
        DcdnAccount account = new DcdnAccount();
        account.ensure("hello", UNUSED, List.of());
        account.publish("hello", LIVE, List.of("production"));
        account.save(stateFile("simulator-dcdn.json"));
        file = directory.resolve("new/output.json");
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void statusWritesTheLiveStateAndPrintsTheTable(StatusMojo mojo) throws Exception {
        set(StatusMojo.class, mojo, "outputFile", file.toFile());

        inProject(mojo).execute();

        assertEquals(2, output().getAsJsonArray("revisions").size());
        assertTrue(log.contains("Routine hello:"), log::toString);
    }

    @Test
    @InjectMojo(goal = "prune")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "keep", value = "0")
    void pruneWritesWhatItDeleted(PruneMojo mojo) throws Exception {
        set(PruneMojo.class, mojo, "outputFile", file.toFile());

        inProject(mojo).execute();

        assertEquals(
                "{\"schemaVersion\":1,\"routine\":\"hello\",\"dryRun\":false,\"deleted\":[\"" + UNUSED + "\"]}",
                output().toString());
    }

    @Test
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "dryRun", value = "true")
    void configureWritesWhatItWouldChange(ConfigureMojo mojo) throws Exception {
        set(ConfigureMojo.class, mojo, "outputFile", file.toFile());
        give(
                ConfigureMojo.class,
                mojo,
                "environmentSettings",
                "<environmentSetting><environment>production</environment><specName>100ms</specName></environmentSetting>");

        inProject(mojo).execute();

        assertEquals(
                "{\"schemaVersion\":1,\"routine\":\"hello\",\"dryRun\":true,\"environments\":[\"production\"]}",
                output().toString());
    }

    @Test
    @InjectMojo(goal = "variables")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void variablesWritesNamesWithoutValues(VariablesMojo mojo) throws Exception {
        set(VariablesMojo.class, mojo, "outputFile", file.toFile());
        commandLine("environments", "staging");
        give(
                VariablesMojo.class,
                mojo,
                "variables",
                "<variable><name>URL</name><value>https://example.com</value></variable>");

        inProject(mojo).execute();

        assertEquals(
                "{\"schemaVersion\":1,\"routine\":\"hello\",\"dryRun\":false,\"set\":{\"staging\":[\"URL\"]}}",
                output().toString());
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void aFileThatCannotBeWrittenIsNamed(StatusMojo mojo) throws Exception {
        Files.writeString(file.getParent(), "a file where the directory should be");
        set(StatusMojo.class, mojo, "outputFile", file.toFile());

        String failure = failure(inProject(mojo));

        assertTrue(
                failure.startsWith(
                        "The goal finished, but <outputFile> (-Dedge-routine.outputFile) could not be" + " written ("),
                () -> failure);
        assertTrue(failure.endsWith("): " + file + ". Give another file."), () -> failure);
        assertTrue(log.contains("Routine hello:"), log::toString);
    }

    private JsonObject output() throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
