// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that calls the service: which service, with which key, and how long it may take. */
abstract class ServiceMojo extends AbstractMojo {

    /**
     * The server in settings.xml with the AccessKey: <code>username</code> is its id, <code>password</code> its secret
     * (may be encrypted), <code>securityToken</code> in <code>configuration</code> an STS token. Without it: system
     * properties, environment variables, OIDC role, CLI profile, credentials file, ECS role, credentials URI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.serverId", defaultValue = "aliyun")
    private String serverId;

    /**
     * The service that runs the routine: <code>dcdn</code> or <code>esa</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.service", defaultValue = "dcdn")
    private String service;

    /**
     * ESA alone: <code>cn-hangzhou</code> (default) for an account of aliyun.com, <code>ap-southeast-1</code> for one
     * of alibabacloud.com. It decides the address, unless there is an <code>endpoint</code>, and every call names it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.region")
    private String region;

    /**
     * The address of the API, for tests: https, or a loopback address, without user and password. The proxy comes from
     * settings.xml, else from <code>https_proxy</code> or <code>all_proxy</code> (in capitals too), else from the JVM.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.endpoint")
    private String endpoint;

    /**
     * How long a connection may take, TLS and proxy included, in seconds (such as 30, 30s or 5m), from 1 to 3600.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.connectTimeout", defaultValue = "10")
    private String connectTimeout;

    /**
     * How long each piece of the answer may take, in seconds (such as 30, 30s or 5m), from 1 to 3600. Be generous:
     * after a timeout nobody knows whether the call went through.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.readTimeout", defaultValue = "30")
    private String readTimeout;

    /**
     * Rehearses the goal with a simulator inside this build: no credentials, no network. What the POM names exists there;
     * <code>target/edge-routine</code> keeps what was published. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulate", defaultValue = "false")
    private String simulate;

    /**
     * How often a call is repeated after throttling or a temporary error, from 0 (never) to 20. Each wait is a random
     * part of 1, 2, 4 … up to 20 seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.retries", defaultValue = "3")
    private String retries;

    /**
     * How long the goal may take, in seconds (such as 30, 30s or 5m), from 1 to 3600: every call, wait and probe, but
     * not the search for credentials. A goal that publishes keeps a part of it for the look and the restore after a
     * failure: <code>connectTimeout</code> and three times <code>readTimeout</code>, but at most a third.
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
