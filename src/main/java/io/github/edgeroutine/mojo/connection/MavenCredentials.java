// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.CredentialsChain;
import io.github.edgeroutine.cloud.KeyText;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds the credentials of a build: first a server of settings.xml, then the SDK's default chain. */
public final class MavenCredentials {

    private static final String TOKEN = "securityToken";

    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final Log log;

    public MavenCredentials(MavenSession session, SettingsDecrypter decrypter, Log log) {
        this.session = session;
        this.decrypter = decrypter;
        this.log = log;
    }

    /** @throws MojoFailureException if credentials are missing, or cannot be used */
    public Credentials find(String serverId) throws MojoFailureException {
        Server server = session.getSettings().getServer(serverId);
        return server == null ? ofChain(serverId) : of(server);
    }

    /**
     * Sends no request: on other machines, the search for the role of an ECS instance takes many seconds.
     *
     * @throws NoCredentialsException if no source of a key is configured
     */
    public void requireSource(String serverId) throws NoCredentialsException {
        CredentialsChain chain = new CredentialsChain(session.getSystemProperties());
        if (session.getSettings().getServer(serverId) == null && !chain.isSetUp()) {
            throw none(serverId, chain);
        }
    }

    private Credentials of(Server encrypted) throws MojoFailureException {
        String owner = "Server " + encrypted.getId();
        Placeholder.refuse(owner, "username", encrypted.getUsername());
        Placeholder.refuse(owner, "password", encrypted.getPassword());
        Placeholder.refuse(owner, TOKEN, securityToken(encrypted));
        Server server = new Decryption(decrypter).of(encrypted);
        if (isBlank(server.getUsername()) || isBlank(server.getPassword())) {
            throw new MojoFailureException(owner + " in settings.xml has no <"
                    + (isBlank(server.getUsername()) ? "username" : "password")
                    + ">: set <username> to the AccessKey ID, and <password> to the AccessKey secret.");
        }
        requireBare(owner, "username", server.getUsername());
        requireBare(owner, "password", server.getPassword());
        String token = securityToken(server);
        if (!isBlank(token)) {
            requireBare(owner, TOKEN, token);
        }
        return Credentials.of(
                server.getUsername(), server.getPassword(), token, "server " + server.getId() + " in settings.xml");
    }

    private static void requireBare(String owner, String element, String text) throws MojoFailureException {
        Optional<String> flaw = new KeyText(text).flaw();
        if (flaw.isPresent()) {
            throw new MojoFailureException(owner + " in settings.xml: <" + element + "> " + flaw.get()
                    + ". Set it to the value only, without blanks, line breaks or quotation marks.");
        }
    }

    private Credentials ofChain(String serverId) throws MojoFailureException {
        CredentialsChain chain = new CredentialsChain(session.getSystemProperties());
        try {
            Optional<Credentials> any = chain.find();
            if (any.isEmpty()) {
                throw none(serverId, chain);
            }
            Credentials found = any.get();
            chain.flawsBefore(found)
                    .forEach(flaw -> log.warn(flaw + ". The credentials of " + found.origin() + " are used instead."));
            return found;
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    /** @return {@code null} without {@code <configuration><securityToken>} */
    private static String securityToken(Server server) {
        Xpp3Dom token =
                server.getConfiguration() instanceof Xpp3Dom configuration ? configuration.getChild(TOKEN) : null;
        return token == null ? null : token.getValue();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static NoCredentialsException none(String serverId, CredentialsChain chain) {
        String flaws = chain.flaws().stream().map(flaw -> " " + flaw + ".").collect(joining());
        String unusable = chain.configured().isEmpty()
                ? ""
                : " Configured, but returned no usable key: " + String.join(", ", chain.configured()) + ".";
        String others = chain.variablesOfOtherTools().isEmpty()
                ? ""
                : " This plugin does not read " + String.join(", ", chain.variablesOfOtherTools()) + ": set"
                        + " ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET instead.";
        return new NoCredentialsException(
                "No Alibaba Cloud credentials found." + flaws + unusable + others,
                " Give one of these, the safest first. An OIDC role"
                        + " (ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN,"
                        + " ALIBABA_CLOUD_OIDC_TOKEN_FILE). The role of an ECS instance. A temporary key"
                        + " (ALIBABA_CLOUD_ACCESS_KEY_ID,"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET,"
                        + " ALIBABA_CLOUD_SECURITY_TOKEN). A <server><id>" + serverId
                        + "</id> in settings.xml (<serverId>,"
                        + " -Dedge-routine.serverId) with an encrypted password. A profile of the aliyun CLI.");
    }
}
