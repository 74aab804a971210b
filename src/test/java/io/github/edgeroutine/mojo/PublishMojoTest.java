// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.routine.health.Probe;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each step works without the later ones: skip, offline, validation, credentials, network. */
@MojoTest
class PublishMojoTest extends MojoFixture {

    private static final String UNREADABLE = "{bm90IGVuY3J5cHRlZCB3aXRoIGFueSBtYXN0ZXI=}";
    private static final String CANNOT_BE_DECRYPTED =
            " cannot be decrypted. Check the master password in settings-security.xml (settings-security4.xml on Maven"
                    + " 4). Then encrypt the password again with 'mvn --encrypt-password' ('mvnenc encrypt' on"
                    + " Maven 4).";

    private static final String GOAL = "publish";
    private static final String WHOLE_LIFE = "src/test/resources/whole-life/pom.xml";
    private static final String FAULTY = "src/test/resources/faulty/pom.xml";

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "skip", value = "true")
    void skipComesBeforeOffline(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertDoesNotThrow(mojo::execute);
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "skip", value = "true")
    void theCommandLineOverridesASkipInThePom(PublishMojo mojo) {
        commandLine("skip", "false");
        when(session.isOffline()).thenReturn(true);

        assertTrue(failure(mojo).startsWith("Maven is offline "));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void offlineComesBeforeValidation(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertEquals(
                "Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine service cannot be called: go"
                        + " online, rehearse with -Dedge-routine.simulate, or skip the goal with -Dedge-routine.skip.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "simulate", value = "true")
    void aRehearsalNeedsValidParametersAndNoNetwork(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertTrue(
                failure(mojo).startsWith("The configuration cannot be used: <name> (-Dedge-routine.name) is missing"));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "retries", value = "21")
    @MojoParameter(name = "timeout", value = "59")
    @MojoParameter(name = "concurrency", value = "0")
    void aVerifyTimeoutLongerThanTheTimeoutIsRefused(PublishMojo mojo) {
        assertEquals(
                "<concurrency> (-Dedge-routine.concurrency) is 0, but must be from 1 to 64; <timeout>"
                        + " (-Dedge-routine.timeout) is 59 seconds, but <verifyTimeout> (-Dedge-routine.verifyTimeout)"
                        + " is 60 seconds: raise <timeout>, or lower <verifyTimeout>; <retries>"
                        + " (-Dedge-routine.retries) is 21, but must be from 0 to 20",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    @MojoParameter(name = "timeout", value = "94")
    void aTimeoutThatIsTooShortForProbesIsRefused(PublishMojo mojo) {
        assertEquals(
                "<timeout> (-Dedge-routine.timeout) is 94 seconds, but <verifyTimeout> (-Dedge-routine.verifyTimeout)"
                        + " and the timeouts of <probes> are 95 seconds together: raise <timeout>, or lower the others",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void gitLabFindsTheFailureInItsFile(PublishMojo mojo, @TempDir Path module)
            throws ReflectiveOperationException, IOException {
        onGitLab(mojo, module);

        String failure = failure(mojo);

        String report = Files.readString(module.resolve("target/edge-routine/gl-code-quality.json"));
        JsonObject problem =
                JsonParser.parseString(report).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals(failure, problem.get("description").getAsString());
        assertEquals(
                module.getFileName() + "/pom.xml",
                problem.getAsJsonObject("location").get("path").getAsString());
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "ci", value = "false")
    void nothingIsReportedToTheCiServerIfTheUserTurnedItOff(PublishMojo mojo, @TempDir Path module)
            throws ReflectiveOperationException {
        onGitLab(mojo, module);

        failure(mojo);

        assertEquals(false, Files.exists(module.resolve("target")));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void gitLabGetsThePomOfTheRepositoryInsteadOfAGeneratedOne(PublishMojo mojo, @TempDir Path module)
            throws ReflectiveOperationException, IOException {
        MavenProject project = onGitLab(mojo, module);
        project.getModel().setPomFile(module.resolve("pom.xml").toFile());
        project.setPomFile(module.resolve(".flattened-pom.xml").toFile());

        failure(mojo);

        assertTrue(Files.readString(module.resolve("target/edge-routine/gl-code-quality.json"))
                .contains("\"path\": \"" + module.getFileName() + "/pom.xml\""));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void aFailureIsReportedAlsoIfTheFileForGitLabCannotBeWritten(PublishMojo mojo, @TempDir Path module)
            throws ReflectiveOperationException {
        onGitLab(mojo, module);
        session.getSystemProperties().setProperty("env.CI_PROJECT_DIR", "/no\0path");
        Log log = mock();
        mojo.setLog(log);

        assertTrue(
                failure(mojo).startsWith("The configuration cannot be used: <name> (-Dedge-routine.name) is missing"));
        verify(log)
                .warn("The result could not be reported to the CI server: java.nio.file.InvalidPathException:"
                        + " Nul character not allowed:"
                        + " /no\0path. To turn this off, set <ci>false</ci> (-Dedge-routine.ci=false).");
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void pathsThatThePlatformCannotWriteAreRefusedBeforeAnyCall(PublishMojo mojo, @TempDir Path module)
            throws ReflectiveOperationException {
        onGitLab(mojo, module).getBuild().setDirectory("/no\0target");
        set(ReportingMojo.class, mojo, "reportFile", new File("/no\0report"));

        assertEquals(
                "<directory> '/no\0target' is not a path that this JVM can write (Nul character not allowed): use ASCII"
                        + " letters only, or set LC_ALL=C.UTF-8; <reportFile> (-Dedge-routine.reportFile)"
                        + " '/no\0report' is"
                        + " not a path that this JVM can write (Nul character not allowed): use ASCII letters"
                        + " only, or set"
                        + " LC_ALL=C.UTF-8",
                faults(mojo));
    }

    private MavenProject onGitLab(PublishMojo mojo, Path module) throws ReflectiveOperationException {
        MavenProject project = new MavenProject();
        project.setFile(module.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(module.resolve("target").toString());
        in(project, mojo);
        Properties system = new Properties();
        system.setProperty("env.GITLAB_CI", "true");
        system.setProperty("env.CI_PROJECT_DIR", module.getParent().toString());
        when(session.getSystemProperties()).thenReturn(system);
        return project;
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "publishAtEnd", value = "true")
    void thePublishesOfTwoClassLoadersAreNotMixed(PublishMojo mojo) throws ReflectiveOperationException {
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername("LTAI5tUnitTest");
        server.setPassword("secret");
        settings.addServer(server);
        MavenProject module = new MavenProject();
        module.setArtifactId("shop");
        in(module, mojo);
        when(session.getPluginContext(any(), any()))
                .thenReturn(new HashMap<>(Map.of("edge-routine.atEnd", "that of another class loader")));

        assertEquals(
                "<publishAtEnd> (-Dedge-routine.publishAtEnd) needs the same <dependencies> of this plugin in"
                        + " all modules, but module shop has different ones than an earlier module: move them to the"
                        + " parent's <pluginManagement>.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "not a name")
    @MojoParameter(name = "codeRevision", value = " 1.62e18 ")
    @MojoParameter(name = "environments", value = "production,Hong Kong,a&b")
    @MojoParameter(name = "endpoint", value = "http://dcdn.aliyuncs.com")
    @MojoParameter(name = "readTimeout", value = "3601")
    void validationComesBeforeCredentialsAndNamesEveryError(PublishMojo mojo) {
        assertEquals(
                "The configuration cannot be used: <name> (-Dedge-routine.name) 'not a name' is not a routine"
                        + " name: use letters, digits and hyphens, such as my-routine;"
                        + " <codeRevision> (-Dedge-routine.codeRevision) '1.62e18' is not a code revision: use"
                        + " digits, such as 1620876959997924701; <environments>"
                        + " (-Dedge-routine.environments) contains 'Hong Kong', 'a&b', which are not valid"
                        + " environment names. Use staging, production or a canary region such as presetCanaryZhejiang;"
                        + " <endpoint> (-Dedge-routine.endpoint) must use https: with http the signed call"
                        + " would be sent in clear text; <readTimeout> (-Dedge-routine.readTimeout) is 3601,"
                        + " but must be from 1 to 3600 seconds",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void credentialsComeBeforeTheNetwork(PublishMojo mojo) {
        assertEquals(
                "No Alibaba Cloud credentials found. Give one of these, the safest first. An OIDC role"
                        + " (ALIBABA_CLOUD_ROLE_ARN,"
                        + " ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE). The role of an ECS"
                        + " instance. A temporary key (ALIBABA_CLOUD_ACCESS_KEY_ID,"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET,"
                        + " ALIBABA_CLOUD_SECURITY_TOKEN). A <server><id>aliyun</id> in settings.xml (<serverId>,"
                        + " -Dedge-routine.serverId) with an encrypted password. A profile of the aliyun CLI.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aServerWithoutPasswordIsNamed(PublishMojo mojo) {
        server("aliyun", null);

        assertEquals(
                "Server aliyun in settings.xml has no <password>: set <username> to the AccessKey ID, and"
                        + " <password> to the AccessKey secret.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aServerThatCannotBeDecryptedIsNamed(PublishMojo mojo) {
        server("aliyun", UNREADABLE);

        assertEquals("The password of server aliyun in settings.xml" + CANNOT_BE_DECRYPTED, failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aProxyThatCannotBeDecryptedIsNamed(PublishMojo mojo) {
        server("aliyun", "secret");
        proxy("corp", true, UNREADABLE);

        assertEquals("The password of proxy corp in settings.xml" + CANNOT_BE_DECRYPTED, failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void otherServersAndProxiesMayBeInvalid(PublishMojo mojo) {
        server("aliyun", "secret");
        server("of-somebody-else", UNREADABLE);
        proxy("of-another-place", false, UNREADABLE);
        proxy("corp", true, "");

        String failure = failure(mojo);

        assertTrue(
                failure.contains(
                        "the host name of the proxy no-such-proxy.invalid:3128 (proxy corp in settings.xml, with a"
                                + " user) cannot be resolved. Nothing was changed."),
                failure);
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aProxyWithoutAUsableHostIsNamed(PublishMojo mojo) {
        server("aliyun", "secret");
        proxy("corp", true, "").setHost("http://proxy.corp");

        assertEquals("The proxy corp in settings.xml cannot be used: it has no valid host.", failure(mojo));
    }

    private void server(String id, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername("LTAI5tUnitTest");
        server.setPassword(password);
        settings.addServer(server);
    }

    private Proxy proxy(String id, boolean active, String password) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setActive(active);
        proxy.setHost("no-such-proxy.invalid");
        proxy.setPort(3128);
        proxy.setUsername("bob");
        proxy.setPassword(password);
        settings.addProxy(proxy);
        return proxy;
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void thePomCanBeWrittenInDifferentWays(PublishMojo mojo) {
        server("aliyun", "secret");

        assertEquals(
                "Could not publish revision 1620876959997924701 of routine hello in production,"
                        + " presetCanaryZhejiang: the host name of https://no-such-host.invalid cannot be resolved."
                        + " Nothing was changed. Check <endpoint> (-Dedge-routine.endpoint), the DNS of this"
                        + " machine, and whether it needs a proxy.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = WHOLE_LIFE)
    void probesAreReadFromThePom(PublishMojo mojo) throws MojoFailureException {
        assertEquals(
                List.of(
                        new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ofSeconds(30)),
                        new Probe(
                                URI.create("https://example.com/shop?a=1"),
                                301,
                                Optional.of("moved"),
                                Duration.ofSeconds(5))),
                request(mojo).probes());
    }

    @Test
    @InjectMojo(goal = GOAL, pom = FAULTY)
    void everyWrongProbeIsNamed(PublishMojo mojo) {
        assertEquals(
                "<probes> contains a <probe> without <url>; <probes> contains a <timeout> that is 3601, but"
                        + " must be from 0 to 3600 seconds; <probes>"
                        + " has an address that is not http or https; <probes> contains a <status> that is 99,"
                        + " but must be from 100 to 599",
                faults(mojo));
    }

    /** Maven's own rule, which ignores case. */
    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "allowSnapshot", value = "false")
    void everySpellingOfASnapshotIsRecognized(PublishMojo mojo)
            throws ReflectiveOperationException, MojoFailureException {
        MavenProject project = new MavenProject();
        project.setFile(new File("pom.xml").getAbsoluteFile());
        project.getBuild().setDirectory("target");
        in(project, mojo);
        for (String version : List.of(
                "1.0-SNAPSHOT", "1.0-snapshot", "1.0.SNAPSHOT", "SNAPSHOT", "1.0-Snapshot", "1.0-20261125.010203-4")) {
            project.setVersion(version);
            assertEquals(
                    "<allowSnapshot> (-Dedge-routine.allowSnapshot) is false, so version " + version
                            + " can be published only to staging",
                    faultsOf(mojo));
        }
        project.setVersion("1.0");
        assertEquals("hello", request(mojo).routine().text());
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    @MojoParameter(name = "allowSnapshot", value = "false")
    void withoutAPomAllowSnapshotIsRefused(PublishMojo mojo) throws ReflectiveOperationException {
        in(new MavenProject(), mojo);

        assertEquals(
                "<allowSnapshot> (-Dedge-routine.allowSnapshot) is false, but there is no POM with a version to"
                        + " check: remove it, or run Maven in the directory of the POM",
                faultsOf(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "endpoint", value = "http://127.0.0.1:9")
    void anEndpointOnThisMachineNeedsNoNetwork(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertTrue(failure(mojo).startsWith("The configuration cannot be used: "));
    }

    private static String faultsOf(PublishMojo mojo) {
        return assertThrows(MojoFailureException.class, () -> request(mojo))
                .getMessage()
                .replace("The configuration cannot be used: ", "");
    }
}
