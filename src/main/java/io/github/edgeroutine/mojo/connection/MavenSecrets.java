// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Finds secrets in settings.xml or in the environment. Throws an {@link IllegalArgumentException} whose message is the
 * rest of a sentence.
 */
public record MavenSecrets(MavenSession session, SettingsDecrypter decrypter) {

    /** The password of a server. */
    public String ofServer(String id) {
        Server server = session.getSettings().getServer(id);
        if (server == null) {
            throw new IllegalArgumentException("names the server " + id + ", which is missing in settings.xml");
        }
        try {
            Placeholder.refuse("Server " + id, "password", server.getPassword());
            return given(new Decryption(decrypter).of(server).getPassword())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "names the server " + id + ", which has no <password> in settings.xml"));
        } catch (MojoFailureException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getMessage());
        }
    }

    public String ofVariable(String name) {
        return given(session.getSystemProperties().getProperty("env." + name))
                .orElseThrow(() ->
                        new IllegalArgumentException("names the environment variable " + name + ", which is not set"));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(each -> !each.isBlank());
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "secrets";
    }
}
