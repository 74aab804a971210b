// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import java.time.Duration;

/** What the user wrote about the way to the service. Each may be {@code null} or wrong until it is checked. */
public record ConnectionParameters(
        EdgeService service,
        String endpoint,
        String serverId,
        String connectTimeout,
        String readTimeout,
        String timeout,
        String retries,
        String simulate) {

    /** Notes every fault. */
    public void check(ParameterErrors faults) {
        faults.require(
                "endpoint", endpoint, "leave it out for " + service.traits().endpoint(), Endpoint::parse);
        faults.read("connectTimeout", this::connect);
        faults.read("readTimeout", this::read);
        faults.read("timeout", this::goal);
        faults.read("retries", this::repeats);
    }

    /** The same for two goals that would mean the same routine by the same name. */
    public String account(GoalContext goal) {
        return isRehearsal() ? "simulated in " + goal.directory() : endpoint + " " + serverId;
    }

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    public Duration goal() {
        return ParameterText.seconds(timeout, 1);
    }

    /** @throws IllegalArgumentException as {@link ParameterText} does */
    public boolean isRehearsal() {
        return ParameterText.isOn(simulate);
    }

    /** Before the endpoint was checked. */
    boolean isEncrypted() {
        return !isRehearsal() && endpoint != null && endpoint.startsWith("https:");
    }

    /** Whether the service can be reached without a network. A wrong address is refused later. */
    boolean isOnThisMachine() {
        return isRehearsal()
                || new ParameterErrors()
                        .read("endpoint", this::address)
                        .filter(Endpoint::isLoopback)
                        .isPresent();
    }

    /** @throws IllegalArgumentException if it is none that a goal may call */
    Endpoint address() {
        return Endpoint.parse(endpoint == null ? "" : endpoint.strip());
    }

    /** Of parameters without a fault. */
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
