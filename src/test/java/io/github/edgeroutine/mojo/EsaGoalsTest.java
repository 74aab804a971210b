// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each goal with {@code <service>esa</service>}, as a build calls it, in a rehearsal. */
@MojoTest
class EsaGoalsTest extends RehearsalFixture {

    private static final String NEW = "1710120201067203242";
    private static final String OLD = "1710120201067203241";
    private static final String CODE = "export default { fetch() { return new Response('hello'); } };";

    private final EsaAccount before = new EsaAccount();

    @BeforeEach
    void anAccountHasTwoVersions() {
        before.ensure("hello", NEW, List.of());
        before.publish("hello", OLD, List.of("production"));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "latest")
    void publishReachesStagingThenProduction(PublishMojo mojo) throws Exception {
        commandLine("environments", "production,staging");

        in(mojo).execute();

        assertEquals(Map.of("staging", Map.of(NEW, 100), "production", Map.of(NEW, 100)), after().live("hello"));
        assertEquals(
                List.of(
                        "  staging      -                    " + NEW + "  publish",
                        "  production   " + OLD + "  " + NEW + "  publish",
                        "  staging     " + NEW + "  published",
                        "  production  " + NEW + "  published"),
                log.subList(3, log.size()));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = NEW)
    void aCanaryIsRefusedBeforeAnyCall(PublishMojo mojo) throws Exception {
        commandLine("environments", "presetCanaryZhejiang");

        assertEquals(
                "<environments> (-Dedge-routine.environments) contains 'presetCanaryZhejiang', which is not a"
                        + " valid environment name. Use staging or production (this service has no other environments)",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = "@production")
    void theRevisionOfASplitIsNotGuessed(PublishMojo mojo) throws Exception {
        before.deploy("hello", "production", Map.of(OLD, 90, NEW, 10));
        commandLine("environments", "staging");

        assertTrue(failure(in(mojo))
                .startsWith("Environment production of routine hello runs " + OLD + " (90 %) and " + NEW
                        + " (10 %), so <codeRevision> (-Dedge-routine.codeRevision) @production does not"
                        + " identify one revision."));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void uploadCreatesARevisionAndDoesNotChangeStaging(UploadMojo mojo) throws Exception {
        set(CodeMojo.class, mojo, "codeFile", code(CODE).toFile());

        in(mojo).execute();

        EsaAccount after = after();
        assertEquals(3, after.versions("hello").size());
        assertEquals(
                CODE, new String(after.code("hello", after.versions("hello").get(2)), UTF_8));
        assertEquals(Map.of("production", Map.of(OLD, 100)), after.live("hello"));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeDescription", value = "v1")
    @MojoParameter(name = "variablesOf", value = " production ")
    void uploadBindsTheRevisionToVariables(UploadMojo mojo) throws Exception {
        set(CodeMojo.class, mojo, "codeFile", code(CODE).toFile());

        in(mojo).execute();

        String made = after().versions("hello").get(2);
        assertEquals(
                "Routine hello, revision " + made + ": uploaded as 'v1', with the variables of production",
                log.get(log.size() - 1));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "variablesOf", value = "presetCanaryZhejiang")
    void variablesOfACanaryAreRefused(UploadMojo mojo) throws Exception {
        set(CodeMojo.class, mojo, "codeFile", code(CODE).toFile());

        assertEquals(
                "<variablesOf> (-Dedge-routine.variablesOf) 'presetCanaryZhejiang' is not a valid environment"
                        + " name. Use staging or production (this service has no other environments)",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "variablesOf", value = "staging")
    void variablesAreRefusedIfTheServiceHasNone(UploadMojo mojo) throws Exception {
        set(
                CodeMojo.class,
                mojo,
                "codeFile",
                code("addEventListener('fetch', answer);").toFile());

        assertEquals(
                "<variablesOf> (-Dedge-routine.variablesOf) is 'staging', but this service has no function"
                        + " variables: remove the element",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "upload")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void moreThanFiveMebibytesAreRefused(UploadMojo mojo) throws Exception {
        Path large = code("x".repeat(5 * 1024 * 1024 + 1));
        set(CodeMojo.class, mojo, "codeFile", large.toFile());

        assertEquals(
                "<codeFile> (-Dedge-routine.codeFile) is too large: " + large
                        + " has 5242881 bytes, but the limit is 5242880",
                faults(in(mojo)));
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void statusShowsTheSharesAndThePlan(StatusMojo mojo) throws Exception {
        before.deploy("hello", "production", Map.of(OLD, 90, NEW, 10));

        in(mojo).execute();

        String told = String.join("\n", log);
        assertTrue(told.contains(OLD + " (90 %) and " + NEW + " (10 %)"), told);
        assertTrue(told.contains("2 of 5 revisions"), told);
    }

    @Test
    @InjectMojo(goal = "prune")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "keep", value = "0")
    void pruneKeepsRevisionsWithAnyShare(PruneMojo mojo) throws Exception {
        before.ensure("hello", "1710120201067203240", List.of());
        before.deploy("hello", "production", Map.of(OLD, 90, NEW, 10));

        in(mojo).execute();

        assertEquals(List.of(NEW, OLD), after().versions("hello"));
    }

    @Test
    @InjectMojo(goal = "rollback")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    void aRollbackOfBothEnvironmentsIsOneTable(RollbackMojo mojo) throws Exception {
        before.publish("hello", NEW, List.of("staging", "production"));
        commandLine("name", "hello");
        commandLine("codeRevision", "previous");
        commandLine("environments", "staging,production");

        in(mojo).execute();

        assertEquals(Map.of("staging", Map.of(OLD, 100), "production", Map.of(OLD, 100)), after().live("hello"));
        assertEquals(
                List.of(
                        "Routine hello:",
                        "  environment  live now             wanted",
                        "  staging      " + NEW + "  " + OLD + "  publish",
                        "  production   " + NEW + "  " + OLD + "  publish",
                        "  staging     " + OLD + "  published",
                        "  production  " + OLD + "  published"),
                log.stream().filter(line -> line.matches("Routine .*|  .*")).toList());
    }

    @Test
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "simulate", value = "true")
    @MojoParameter(name = "name", value = "hello")
    void configureIsRefusedWithARemedy(ConfigureMojo mojo) throws Exception {
        assertEquals(
                "<environmentSettings> cannot be set, because this service has no environment settings."
                        + " The plan of the account limits the CPU time of the code. To connect hosts to a"
                        + " routine, use the records and routes of a site in the ESA console.",
                faults(in(mojo)));
    }

    private Path code(String text) throws IOException {
        return Files.writeString(directory.resolve("index.js"), text);
    }

    private EsaAccount after() throws IOException {
        return EsaAccount.load(file());
    }

    private Path file() {
        return stateFile("simulator-esa.json");
    }

    private <M extends EdgeRoutineMojo<?>> M in(M mojo) throws ReflectiveOperationException, IOException {
        before.save(file());
        return inProject(mojo);
    }
}
