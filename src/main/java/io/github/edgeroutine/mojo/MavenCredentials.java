// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.dcdn.Credentials;
import io.github.edgeroutine.dcdn.CredentialsChain;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds the credentials of a build: a server of settings.xml first, then the SDK's default chain. */
final class MavenCredentials {

    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    MavenCredentials(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    /** @throws MojoFailureException if there are none, or those of the server cannot be used */
    Credentials find(String serverId) throws MojoFailureException {
        Server server = session.getSettings().getServer(serverId);
        if (server != null) {
            return of(new Decryption(decrypter).of(server));
        }
        CredentialsChain chain = new CredentialsChain(session.getSystemProperties());
        return chain.find().orElseThrow(() -> new MojoFailureException(none(serverId, chain.configured())));
    }

    private static Credentials of(Server server) throws MojoFailureException {
        if (isBlank(server.getUsername()) || isBlank(server.getPassword())) {
            throw new MojoFailureException("Server " + server.getId() + " in settings.xml lacks its <"
                    + (isBlank(server.getUsername()) ? "username" : "password")
                    + ">: <username> is the AccessKey id, <password> its secret.");
        }
        return Credentials.of(
                server.getUsername(),
                server.getPassword(),
                securityToken(server),
                "server " + server.getId() + " in settings.xml");
    }

    /** @return {@code null} without {@code <configuration><securityToken>} */
    private static String securityToken(Server server) {
        Xpp3Dom token = server.getConfiguration() instanceof Xpp3Dom configuration
                ? configuration.getChild("securityToken")
                : null;
        return token == null ? null : token.getValue();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String none(String serverId, List<String> configured) {
        String unusable = configured.isEmpty()
                ? ""
                : " Set up, but without a usable answer: " + String.join(", ", configured) + ".";
        return "No Alibaba Cloud credentials found." + unusable + " Safest first, give one of: an OIDC role"
                + " (ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE); the role of"
                + " an ECS instance; a temporary key (ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET,"
                + " ALIBABA_CLOUD_SECURITY_TOKEN); <server><id>" + serverId + "</id> in settings.xml (<serverId>,"
                + " -Dedge-routine.serverId) with an encrypted password; a profile of the aliyun CLI.";
    }
}
