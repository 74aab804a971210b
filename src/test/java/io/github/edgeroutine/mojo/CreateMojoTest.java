// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goal, and an upload that creates the routine, in a rehearsal. */
@MojoTest
class CreateMojoTest extends RehearsalFixture {

    private static final String CODE = "addEventListener('fetch', event => event.respondWith(new Response('hello')))";
    private static final String SETTINGS = "<environmentSetting><environment>production</environment>"
            + "<specName>5ms</specName></environmentSetting><environmentSetting>"
            + "<environment>presetCanaryHebei</environment><specName>5ms</specName></environmentSetting>";

    private final DcdnAccount before = new DcdnAccount();

    @BeforeEach
    void theAccountHasAnotherRoutine() {
        before.publish("hello", "1610000000000000001", List.of("production"));
    }

    @Test
    @InjectMojo(goal = "create")
    void missingParametersAreNamed(CreateMojo mojo) {
        assertEquals(NO_NAME, faults(mojo));
    }

    @Test
    @InjectMojo(goal = "create")
    @MojoParameter(name = "name", value = "My_Shop")
    @MojoParameter(name = "routineDescription", value = "123456789 123456789 123456789 123456789 123456789 1")
    @MojoParameter(name = "hasAssets", value = "true")
    void everyErrorIsNamedBeforeAnyCall(CreateMojo mojo) {
        assertEquals(
                "<name> (-Dedge-routine.name) is 'My_Shop', which is not a valid name for a new routine. Use at"
                        + " least two lower-case letters, digits and hyphens, and start with a letter;"
                        + " <routineDescription>"
                        + " (-Dedge-routine.routineDescription) has 51 characters, but the service allows only"
                        + " 50; <hasAssets>"
                        + " (-Dedge-routine.hasAssets) is true, but this service has no static files: remove it",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = "create")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    void aNewRoutineHasTheSettingsOfItsTwoEnvironments(CreateMojo mojo) throws Exception {
        Path file = directory.resolve("created.json");
        set(CreateMojo.class, mojo, "outputFile", file.toFile());
        give(CreateMojo.class, mojo, "environmentSettings", SETTINGS);

        in(mojo).execute();

        assertEquals(Optional.of("5ms"), after().spec("shop", "production"));
        assertEquals(Optional.empty(), after().spec("shop", "presetCanaryHebei"));
        assertTrue(
                log.contains("A new routine has only staging and production, so these environments of"
                        + " <environmentSettings> are ignored: presetCanaryHebei. Add them with"
                        + " edge-routine:configure."),
                log::toString);
        assertEquals("Routine shop: created and verified.", log.get(log.size() - 1));
        assertTrue(Files.readString(file).contains("\"created\": true"), () -> file.toString());
    }

    @Test
    @InjectMojo(goal = "create")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void anExistingRoutineIsNotChanged(CreateMojo mojo) throws Exception {
        give(CreateMojo.class, mojo, "environmentSettings", SETTINGS);

        in(mojo).execute();

        assertEquals(Optional.of("50ms"), after().spec("hello", "production"));
        assertEquals(Map.of("production", "1610000000000000001"), after().live("hello"));
        assertEquals(
                List.of(
                        "Routine hello exists already. It was not changed.",
                        "Its settings differ from <environmentSettings>: production. To change them, run"
                                + " edge-routine:configure."),
                log.subList(log.size() - 2, log.size()));
    }

    @Test
    @InjectMojo(goal = "create")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunCreatesNothing(CreateMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(Optional.empty(), after().spec("shop", "production"));
        assertEquals("Routine shop: would be created. Dry run: nothing was written.", log.get(log.size() - 1));
    }

    @Test
    @InjectMojo(goal = "create")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    @MojoParameter(name = "hasAssets", value = "true")
    void esaGetsARoutineForFilesToo(CreateMojo mojo) throws Exception {
        inProject(mojo).execute();

        assertEquals("Routine shop: created and verified.", log.get(log.size() - 1));
        Path kept = stateFile("simulator-esa.json");
        assertTrue(Files.readString(kept).contains("\"hasAssets\": true"), () -> kept.toString());
        assertEquals(List.of(), EsaAccount.load(kept).versions("shop"));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    @MojoParameter(name = "createRoutine", value = "true")
    void anUploadCreatesTheRoutine(UploadMojo mojo) throws Exception {
        code(mojo, CODE);

        in(mojo).execute();

        String revision = after().revisions("shop").get(0);
        assertArrayEquals(CODE.getBytes(), after().code("shop", revision));
        assertTrue(log.contains("Routine shop: created and verified."), log::toString);
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    @MojoParameter(name = "createRoutine", value = "true")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunOfAnUploadSaysWhatItWouldCreate(UploadMojo mojo) throws Exception {
        code(mojo, CODE);

        in(mojo).execute();

        assertEquals(List.of(), after().revisions("shop"));
        assertTrue(log.contains("Routine shop: would be created. Dry run: nothing was written."), log::toString);
        assertEquals(
                "Routine shop, a new revision: would be uploaded as 'g:a:1', " + CODE.length()
                        + " bytes. Dry run: nothing was written.",
                log.get(log.size() - 1));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "shop")
    @MojoParameter(name = "createRoutine", value = "true")
    void refusedCodeCreatesNoRoutine(UploadMojo mojo) throws Exception {
        code(mojo, "<html></html>");

        failure(in(mojo));

        assertEquals(Optional.empty(), after().spec("shop", "production"));
    }

    private void code(UploadMojo mojo, String text) throws Exception {
        set(
                CodeMojo.class,
                mojo,
                "codeFile",
                Files.writeString(directory.resolve("index.js"), text).toFile());
    }

    private DcdnAccount after() throws IOException {
        return DcdnAccount.load(stateFile("simulator-dcdn.json"));
    }

    private <M extends EdgeRoutineMojo<?>> M in(M mojo) throws ReflectiveOperationException, IOException {
        before.save(stateFile("simulator-dcdn.json"));
        return inProject(mojo);
    }
}
