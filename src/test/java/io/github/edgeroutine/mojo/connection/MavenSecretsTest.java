// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class MavenSecretsTest {

    private final MavenSession session = mock(MavenSession.class);
    private final Settings settings = new Settings();
    private final Properties system = new Properties();

    @Test
    void thePasswordOfAServerIsDecrypted() {
        keep("{c1pher}");

        assertEquals("t0p-s3cret", secrets("t0p-s3cret").ofServer("token"));
    }

    @Test
    void aServerWithoutAPasswordIsNamed() {
        keep(null);

        assertEquals(
                "names the server token, which has no <password> in settings.xml",
                assertThrows(IllegalArgumentException.class, () -> secrets(" ").ofServer("token"))
                        .getMessage());
    }

    @Test
    void anEnvironmentVariableIsReadFromTheSession() {
        system.setProperty("env.TOKEN", "t0p-s3cret");

        assertEquals("t0p-s3cret", secrets("").ofVariable("TOKEN"));
        assertEquals("secrets", secrets("").toString());
    }

    private void keep(String password) {
        Server server = new Server();
        server.setId("token");
        server.setPassword(password);
        settings.addServer(server);
    }

    /** @param decrypted the password after decryption */
    private MavenSecrets secrets(String decrypted) {
        Server server = new Server();
        server.setPassword(decrypted);
        SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
        when(result.getProblems()).thenReturn(List.of());
        when(result.getServer()).thenReturn(server);
        SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
        when(decrypter.decrypt(any())).thenReturn(result);
        when(session.getSettings()).thenReturn(settings);
        when(session.getSystemProperties()).thenReturn(system);
        return new MavenSecrets(session, decrypter);
    }
}
