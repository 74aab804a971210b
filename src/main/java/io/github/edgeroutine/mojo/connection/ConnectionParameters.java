// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import java.time.Duration;
import java.util.Optional;

/** The parameters of the connection to the service. Before the check, each may be {@code null} or invalid. */
public record ConnectionParameters(
        String service,
        String region,
        String endpoint,
        String serverId,
        String connectTimeout,
        String readTimeout,
        String timeout,
        String retries,
        String simulate) {

    /** Adds every error. */
    public void check(ParameterErrors faults) {
        faults.require("service", service, "give " + EdgeService.words(), EdgeService::parse);
        faults.read("region", this::home);
        written(endpoint).ifPresent(address -> faults.read("endpoint", () -> Endpoint.parse(address)));
        faults.read("connectTimeout", this::connect);
        faults.read("readTimeout", this::read);
        faults.read("timeout", this::goal);
        faults.read("retries", this::repeats);
    }

    /** The same with short time limits, for a check that is optional. Requires valid parameters. */
    public ConnectionParameters impatient() {
        return new ConnectionParameters(
                service,
                region,
                endpoint,
                serverId,
                atMost(connect(), 3),
                atMost(read(), 5),
                atMost(goal(), 10),
                "0",
                simulate);
    }

    private static String atMost(Duration wished, int seconds) {
        return String.valueOf(Math.min(wished.toSeconds(), seconds));
    }

    /** Equal for two goals for which the same name means the same routine. */
    public String account(GoalContext goal) {
        return isRehearsal() ? edge().word() + " simulated in " + goal.directory() : address() + " " + serverId;
    }

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    public Duration goal() {
        return ParameterText.seconds(timeout, 1);
    }

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    public boolean isRehearsal() {
        return ParameterText.isOn(simulate);
    }

    /** Whether the service can be reached without a network. An invalid address is refused later. */
    public boolean isOnThisMachine() {
        return isRehearsal()
                || new ParameterErrors()
                        .read("endpoint", this::address)
                        .filter(Endpoint::isLoopback)
                        .isPresent();
    }

    /** The service to call. For an invalid word, the default one: validation refuses the word later. */
    public EdgeService edge() {
        return EdgeService.of(service);
    }

    /** @throws IllegalArgumentException if a goal must not call this address */
    Endpoint address() {
        Endpoint address = Endpoint.parse(written(endpoint).orElseGet(this::home));
        return written(region).map(address::in).orElse(address);
    }

    /** The address of the service in this region. */
    private String home() {
        return edge().endpoint(written(region));
    }

    private static Optional<String> written(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** Requires valid parameters. */
    ConnectionLimits limits() {
        return new ConnectionLimits(connect(), read(), goal(), repeats());
    }

    private Duration connect() {
        return ParameterText.seconds(connectTimeout, 1);
    }

    private Duration read() {
        return ParameterText.seconds(readTimeout, 1);
    }

    private int repeats() {
        return ParameterText.number(retries, 0, 20);
    }
}
