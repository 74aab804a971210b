package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step works where the later ones could not: skip, offline, validation, credentials, network. */
@MojoTest
class PublishMojoTest {

    private static final String GOAL = "publish";
    private static final String COMPLETE = "src/test/resources/complete/pom.xml";

    @Inject
    private MavenSession session;

    private final Settings settings = new Settings();
    private final Properties userProperties = new Properties();

    @BeforeEach
    void settle() {
        when(session.getSettings()).thenReturn(settings);
        when(session.getUserProperties()).thenReturn(userProperties);
        when(session.getSystemProperties()).thenReturn(new Properties());
    }

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
    void theCommandLineUndoesASkipOfThePom(PublishMojo mojo) {
        userProperties.setProperty("edge-routine.skip", "false");
        when(session.isOffline()).thenReturn(true);

        assertTrue(failure(mojo).startsWith("Maven is offline "));
    }

    @Test
    @InjectMojo(goal = GOAL)
    void offlineComesBeforeValidation(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertEquals(
                "Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine service cannot be called: go"
                        + " online, rehearse with -Dedge-routine.simulate, or leave the goal out with"
                        + " -Dedge-routine.skip.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "simulate", value = "true")
    void aRehearsalNeedsNoNetworkButGoodParameters(PublishMojo mojo) {
        when(session.isOffline()).thenReturn(true);

        assertTrue(
                failure(mojo).startsWith("The configuration cannot be used: <name> (-Dedge-routine.name) is missing"));
    }

    @Test
    @InjectMojo(goal = GOAL)
    @MojoParameter(name = "name", value = "not a name")
    @MojoParameter(name = "codeRevision", value = " 1.62e18 ")
    @MojoParameter(name = "environments", value = "production,Hong Kong,a&b")
    @MojoParameter(name = "endpoint", value = "http://dcdn.aliyuncs.com")
    @MojoParameter(name = "readTimeout", value = "3601")
    void validationComesBeforeCredentialsAndNamesEveryFault(PublishMojo mojo) {
        assertEquals(
                "The configuration cannot be used: <name> (-Dedge-routine.name) 'not a name' is no routine name, which"
                        + " is made of letters, digits and hyphens such as my-routine; <codeRevision>"
                        + " (-Dedge-routine.codeRevision) '1.62e18' is no code revision, which is a string of digits such"
                        + " as 1620876959997924701; <environments> (-Dedge-routine.environments) names what is no"
                        + " environment, which is staging, production or a canary such as presetCanaryZhejiang: 'Hong"
                        + " Kong', 'a&b'; <endpoint> (-Dedge-routine.endpoint)"
                        + " must use https: the signed call would travel in clear text; <readTimeout>"
                        + " (-Dedge-routine.readTimeout) is 3601, but must be from 1 to 3600 seconds",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void credentialsComeBeforeTheNetwork(PublishMojo mojo) {
        assertEquals(
                "No Alibaba Cloud credentials found. Safest first, give one of: an OIDC role (ALIBABA_CLOUD_ROLE_ARN,"
                        + " ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE); the role of an ECS"
                        + " instance; a temporary key (ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET,"
                        + " ALIBABA_CLOUD_SECURITY_TOKEN); <server><id>aliyun</id> in settings.xml (<serverId>,"
                        + " -Dedge-routine.serverId) with an encrypted password; a profile of the aliyun CLI.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aServerWithoutPasswordIsNamed(PublishMojo mojo) {
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername("LTAI5tUnitTest");
        settings.addServer(server);

        assertEquals(
                "Server aliyun in settings.xml lacks its <password>: <username> is the AccessKey id, <password> its"
                        + " secret.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void aServerThatCannotBeDecryptedIsNamed(PublishMojo mojo) {
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername("LTAI5tUnitTest");
        server.setPassword("{bm90IGVuY3J5cHRlZCB3aXRoIGFueSBtYXN0ZXI=}");
        settings.addServer(server);

        assertEquals(
                "The password of server aliyun in settings.xml cannot be decrypted: check the master password in"
                        + " settings-security.xml, then encrypt the secret again with 'mvn --encrypt-password'.",
                failure(mojo));
    }

    @Test
    @InjectMojo(goal = GOAL, pom = COMPLETE)
    void thePomIsReadAsPeopleWriteIt(PublishMojo mojo) {
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername("LTAI5tUnitTest");
        server.setPassword("secret");
        settings.addServer(server);

        assertEquals(
                "Could not publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang: the"
                        + " host of https://no-such-host.invalid is unknown. Nothing was changed. Check <endpoint>"
                        + " (-Dedge-routine.endpoint), the name resolution of this machine, and whether it needs a"
                        + " proxy.",
                failure(mojo));
    }

    private static String failure(PublishMojo mojo) {
        MojoFailureException failure = assertThrows(MojoFailureException.class, mojo::execute);
        assertEquals(null, failure.getCause());
        return failure.getMessage();
    }
}
