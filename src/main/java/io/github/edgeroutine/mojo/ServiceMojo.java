// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that calls the service: which service, with which key, and how long it may take. */
abstract class ServiceMojo extends AbstractMojo {

    /**
     * The id of the server in settings.xml that has the AccessKey. Its <code>username</code> is the AccessKey ID. Its
     * <code>password</code> is the AccessKey secret, and may be encrypted. An STS token is <code>securityToken</code> in
     * its <code>configuration</code>. If settings.xml has no such server, the plugin looks for system properties,
     * environment variables, OIDC role, CLI profile, credentials file, ECS role and credentials URI. The plugin uses the
     * first of these that it finds, and logs which one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.serverId", defaultValue = "aliyun")
    private String serverId;

    /**
     * The service that runs the routine. Values: <code>dcdn</code>, <code>esa</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.service", defaultValue = "dcdn")
    private String service;

    /**
     * The region of the API, on ESA only. Use <code>cn-hangzhou</code> for an account of aliyun.com, and
     * <code>ap-southeast-1</code> for an account of alibabacloud.com. The plugin sends it in every call. It also decides
     * the address if there is no <code>endpoint</code>. Default: none, the address is in <code>cn-hangzhou</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.region")
    private String region;

    /**
     * The address of the API, for tests. It must begin with https or be a loopback address, and must not contain a user or
     * a password. The proxy comes from settings.xml, otherwise from <code>https_proxy</code> or <code>all_proxy</code>
     * (also in capitals), otherwise from the JVM. Default: the public address of the service.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.endpoint")
    private String endpoint;

    /**
     * How long it may take to open a connection, with proxy and TLS handshake. In seconds, such as 30, 30s or 5m. Range: 1
     * to 3600 seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /**
     * How long the plugin waits for each part of an answer. In seconds, such as 30, 30s or 5m. Do not make it short: after
     * a timeout, nobody knows whether the service carried out the call. Range: 1 to 3600 seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.readTimeout", defaultValue = "30")
    private String readTimeout;

    /**
     * Runs the goal with a simulated service inside this build, without credentials and without a network. Everything that
     * the POM names exists there. What was published is kept in <code>target/edge-routine</code>. Values:
     * <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulate", defaultValue = "false")
    private String simulate;

    /**
     * How often a call is repeated after throttling or a temporary error. Each retry is logged as a warning. The wait
     * before a retry is random, at most 1, 2, 4 … up to 20 seconds. 0 means never. Range: 0 to 20.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.retries", defaultValue = "3")
    private String retries;

    /**
     * How long the whole goal may take: all calls, waits and probes, but not the search for credentials. In seconds, such
     * as 30, 30s or 5m. A goal that publishes keeps a part of this time for the check and the restore after a failure. This
     * part is <code>connectTimeout</code> and three times <code>readTimeout</code>, but at most one third. Range: 1 to 3600
     * seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.timeout", defaultValue = "300")
    private String timeout;

    final ConnectionParameters connection() {
        return new ConnectionParameters(
                service, region, endpoint, serverId, connectTimeout, readTimeout, timeout, retries, simulate);
    }
}
