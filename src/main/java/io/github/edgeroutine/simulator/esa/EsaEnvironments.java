// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.List;

/** Every routine has the same two environments. The code for another name is not documented. */
final class EsaEnvironments {

    static final List<String> ALL = List.of("production", "staging");

    private EsaEnvironments() {}

    static String mandatory(OperationRequest request) throws ServiceRefusal {
        return known("Env", request.mandatory("Env"));
    }

    /** The environment whose variables a new version gets; {@code null} if none is requested. */
    static String variablesOf(OperationRequest request) throws ServiceRefusal {
        String name = request.optional("DeployEnv");
        return name.isEmpty() ? null : known("DeployEnv", name);
    }

    private static String known(String parameter, String name) throws ServiceRefusal {
        if (!ALL.contains(name)) {
            throw EsaRefusal.invalid(parameter + " must be staging or production, but is " + name);
        }
        return name;
    }
}
