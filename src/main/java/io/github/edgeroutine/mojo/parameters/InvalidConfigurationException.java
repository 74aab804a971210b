// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** The configuration of the user is invalid. */
public final class InvalidConfigurationException extends MojoFailureException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    /** @param faults sentences without a full stop */
    public InvalidConfigurationException(List<String> faults) {
        super("The configuration cannot be used: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
