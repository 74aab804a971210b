// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.http.Proxies;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.connection.MavenCredentials;
import io.github.edgeroutine.mojo.connection.MavenProxies;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What all goals need to reach the service, a real or a simulated one. */
abstract class ServiceMojo extends AbstractMojo {

    /**
     * The <code>id</code> of the server in settings.xml that holds the AccessKey: its <code>username</code> is the
     * AccessKey id, its <code>password</code> the secret (encrypted, if you like), and the <code>securityToken</code> in
     * its <code>configuration</code> an STS token. Without such a server the default chain of the Alibaba Cloud SDK is
     * asked: system properties, environment variables, OIDC role, CLI profile, credentials file, ECS role, credentials
     * URI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.serverId", defaultValue = "aliyun")
    private String serverId;

    /**
     * The address of the DCDN API. It is one for all regions, so leave it alone unless you test. Plain http is refused
     * unless the host is a loopback address, and so is an address with a user or a password. The active proxy of settings.xml is used, else the one of
     * <code>https_proxy</code> or <code>all_proxy</code> (in capitals too), else the JVM's own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.endpoint", defaultValue = "https://dcdn.aliyuncs.com")
    private String endpoint;

    /**
     * How long to wait for a connection to the endpoint, in seconds (such as 30, 30s or 5m), from 1 to 3600: for the connection itself, the tunnel of
     * a proxy and the TLS handshake together.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /**
     * How long to wait for each piece of the answer, in seconds (such as 30, 30s or 5m), from 1 to 3600. After this time nobody knows whether the
     * call went through, so be generous.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.readTimeout", defaultValue = "30")
    private String readTimeout;

    /**
     * Rehearses the goal against a DCDN simulator inside this build: everything but the real service, without
     * credentials and without network, also with <code>-o</code>. What the POM names exists there; what was published
     * is kept in <code>target/edge-routine/simulator.json</code>. <code>endpoint</code> and <code>serverId</code> are
     * then ignored. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulate", defaultValue = "false")
    private String simulate;

    /**
     * How often a call is repeated that failed by chance: after a throttle, a fault of the service or of the network,
     * never after what a second try cannot mend. Each wait is a random part of 1, 2, 4 … up to 20 seconds. From 0, which
     * turns it off, to 20.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.retries", defaultValue = "3")
    private String retries;

    /**
     * How long the goal may take in all, in seconds (such as 30, 30s or 5m), from 1 to 3600: every call, every wait for a retry, for the read-back
     * and for probes. Then it fails and says what it knows. Looking for credentials is not part of it. A goal that publishes
     * keeps a part of it back, for the look at what is live and a restore after a failure: <code>connectTimeout</code> and
     * three times <code>readTimeout</code>, but at most a third of it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.timeout", defaultValue = "300")
    private String timeout;

    @Parameter(defaultValue = "${plugin}", readonly = true)
    private PluginDescriptor plugin;

    private final Tls tls = Tls.ofJvm();
    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    ServiceMojo(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    final MavenSession session() {
        return session;
    }

    final boolean isRehearsal() {
        return ParameterText.isOn(simulate);
    }

    /** Of the calls, if they are to be encrypted; before the endpoint was checked. */
    final Optional<Tls> tls() {
        return Optional.of(tls).filter(used -> !isRehearsal() && endpoint != null && endpoint.startsWith("https:"));
    }

    /** Whether the service can be reached without a network. A wrong address is refused later. */
    final boolean isOnThisMachine() {
        return new ParameterErrors()
                .read("endpoint", () -> Endpoint.parse(endpoint))
                .filter(Endpoint::isLoopback)
                .isPresent();
    }

    /** The same for two goals that would mean the same routine by the same name. */
    final String account() {
        return isRehearsal() ? "simulated by " + this : endpoint + " " + serverId;
    }

    /** What the executions of this plugin share in this build. */
    final Map<String, Object> sharedInBuild() {
        return session.getPluginContext(plugin, session.getTopLevelProject());
    }

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    final Duration timeout() {
        return ParameterText.seconds(timeout, 1);
    }

    private Duration connectTimeout() {
        return ParameterText.seconds(connectTimeout, 1);
    }

    private Duration readTimeout() {
        return ParameterText.seconds(readTimeout, 1);
    }

    private int retries() {
        return ParameterText.number(retries, 0, 20);
    }

    /** What of the time is kept back for a look and a restore, which only goals that publish need. */
    Duration reserve() {
        return Duration.ZERO;
    }

    final Duration threeCalls() {
        return connectTimeout().plus(readTimeout().multipliedBy(3));
    }

    final Optional<Endpoint> endpoint(ParameterErrors faults) {
        Optional<Endpoint> address =
                faults.require("endpoint", endpoint, "leave it out for https://dcdn.aliyuncs.com", Endpoint::parse);
        faults.read("connectTimeout", this::connectTimeout);
        faults.read("readTimeout", this::readTimeout);
        faults.read("timeout", this::timeout);
        faults.read("retries", this::retries);
        return address;
    }

    /** Finds the credentials. */
    final PendingConnection access(Endpoint address) throws MojoFailureException {
        Proxies proxies = new MavenProxies(session, decrypter).find();
        Credentials credentials = new MavenCredentials(session, decrypter, getLog()).find(serverId);
        return connector().toService(address, proxies, credentials);
    }

    /** @param prepare makes what the goal asks for exist in the simulated account */
    final PendingConnection rehearsal(Path file, Consumer<DcdnAccount> prepare) {
        return connector().toSimulator(file, prepare);
    }

    private Connector connector() {
        return new Connector(
                session,
                getLog(),
                tls,
                rateLimit(),
                new Connector.Limits(connectTimeout(), readTimeout(), timeout(), reserve(), retries()));
    }

    @SuppressWarnings("unchecked")
    private RateLimit rateLimit() {
        return new RateLimit(
                (BlockingQueue<Long>) sharedInBuild().computeIfAbsent("edge-routine.turns", key -> RateLimit.turns()));
    }
}
