// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials from settings.xml and the machine, and the messages if they are missing. */
class MavenCredentialsTest {

    private static final String BARE =
            ". Set it to the value only, without blanks, line breaks or quotation" + " marks.";

    private final Settings settings = new Settings();
    private final Properties system = new Properties();

    @TempDir
    private Path home;

    /** Maven's cipher treats every text with braces as encrypted, and would report a wrong master password. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${env.NO_SUCH_ID} | secret              | <username> names ${env.NO_SUCH_ID}",
                "id                | ${env.NO_SUCH_VAR}  | <password> names ${env.NO_SUCH_VAR}",
                "id                | a${env.NO_SUCH_VAR}b | <password> names ${env.NO_SUCH_VAR}",
            })
    void aVariableThatIsNotSetIsNamedBeforeAnyDecryption(String username, String password, String flaw) {
        server(username, password, null);

        assertEquals(
                "Server aliyun in settings.xml: " + flaw
                        + ", which is not set. Set that environment variable for the build.",
                failure());
    }

    @Test
    void aTokenThatIsNotSetIsNamedToo() {
        server("id", "secret", "${env.NO_SUCH_TOKEN}");

        assertEquals(
                "Server aliyun in settings.xml: <securityToken> names ${env.NO_SUCH_TOKEN}, which is not set. Set that"
                        + " environment variable for the build.",
                failure());
    }

    /** The value may be any text. */
    @Test
    void aPropertyThatIsNotSetIsNotRepeated() {
        server("id", "${s3cret}", null);

        assertEquals(
                "Server aliyun in settings.xml: <password> names a property that is not set. Give it as"
                        + " ${env.NAME}, with"
                        + " the name of an environment variable, and set that variable for the build.",
                failure());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bob               | ${env.NO_SUCH_VAR} | <password> names ${env.NO_SUCH_VAR}",
                "${env.NO_SUCH_ID} | secret             | <username> names ${env.NO_SUCH_ID}",
            })
    void theSameAppliesToAProxy(String username, String password, String flaw) {
        Proxy proxy = new Proxy();
        proxy.setId("corp");
        proxy.setHost("proxy.corp");
        proxy.setUsername(username);
        proxy.setPassword(password);
        settings.addProxy(proxy);

        assertEquals(
                "Proxy corp in settings.xml: " + flaw
                        + ", which is not set. Set that environment variable for the build.",
                assertThrows(MojoFailureException.class, () -> new MavenProxies(session(), decrypter()).find())
                        .getMessage());
    }

    @Test
    void otherCharactersAroundAKeyAreRefused() throws MojoFailureException {
        server("id", "secret\n", null);
        assertEquals("Server aliyun in settings.xml: <password> ends with a line break" + BARE, failure());
        settings.getServers().clear();
        server("\"id\"", "secret", null);
        assertEquals("Server aliyun in settings.xml: <username> is in quotation marks" + BARE, failure());
        settings.getServers().clear();
        server("id", "secret", "tok en");
        assertEquals(
                "Server aliyun in settings.xml: <securityToken> contains a blank or an invisible character" + BARE,
                failure());
        settings.getServers().clear();
        server("id", "secret", "token");
        assertEquals(
                "server aliyun in settings.xml, with an STS token",
                credentials().find("aliyun").toString());
    }

    @Test
    void withoutAnyKeyTheMessageContainsTheErrorOfEachSource() {
        system.setProperty("env.ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-s3cret");
        system.setProperty("env.ALICLOUD_ACCESS_KEY", "s3cret");
        system.setProperty("env.ALICLOUD_SECRET_KEY", "s3cret");

        String failure = failure();

        assertTrue(
                failure.startsWith("No Alibaba Cloud credentials found. ALIBABA_CLOUD_ACCESS_KEY_ID is set, but"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing or empty. This plugin does not read"
                        + " ALICLOUD_ACCESS_KEY, ALICLOUD_SECRET_KEY: set ALIBABA_CLOUD_ACCESS_KEY_ID and"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET instead. Give one of these, the safest first. "),
                failure);
    }

    private String failure() {
        MojoFailureException failure =
                assertThrows(MojoFailureException.class, () -> credentials().find("aliyun"));
        assertEquals(null, failure.getCause());
        assertTrue(!failure.getMessage().contains("s3cret"), failure.getMessage());
        return failure.getMessage();
    }

    private void server(String username, String password, String token) {
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername(username);
        server.setPassword(password);
        if (token != null) {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            Xpp3Dom child = new Xpp3Dom("securityToken");
            child.setValue(token);
            configuration.addChild(child);
            server.setConfiguration(configuration);
        }
        settings.addServer(server);
    }

    @Test
    void aRoleOfAnInstanceIsASourceOnlyIfAVariableNamesIt() {
        NoCredentialsException none =
                assertThrows(NoCredentialsException.class, () -> credentials().requireSource("aliyun"));
        assertEquals("No Alibaba Cloud credentials found.", none.reason());

        system.setProperty("env.ALIBABA_CLOUD_ECS_METADATA", "deploy");
        assertDoesNotThrow(() -> credentials().requireSource("aliyun"));
    }

    @Test
    void aServerAndAKeyInTheEnvironmentAreSources() {
        Server server = new Server();
        server.setId("aliyun");
        settings.addServer(server);
        assertDoesNotThrow(() -> credentials().requireSource("aliyun"));

        system.setProperty("env.ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        system.setProperty("env.ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        assertDoesNotThrow(() -> credentials().requireSource("other"));
    }

    private MavenCredentials credentials() {
        return new MavenCredentials(session(), decrypter(), new SystemStreamLog());
    }

    private MavenSession session() {
        system.setProperty("user.home", home.toString());
        MavenSession session = mock(MavenSession.class);
        when(session.getSettings()).thenReturn(settings);
        when(session.getSystemProperties()).thenReturn(system);
        return session;
    }

    /** A decryption that changes nothing. */
    private SettingsDecrypter decrypter() {
        return request -> {
            SettingsDecryptionResult plain = mock(SettingsDecryptionResult.class);
            when(plain.getServer())
                    .thenReturn(request.getServers().stream().findFirst().orElse(null));
            return plain;
        };
    }
}
