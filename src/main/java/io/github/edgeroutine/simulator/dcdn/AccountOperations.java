// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.Map;

/** The operations on the whole account, and on the values that every account can use. */
final class AccountOperations {

    private final SimulatedRoutines routines;
    private final Subdomains subdomains;

    AccountOperations(SimulatedRoutines routines, Subdomains subdomains) {
        this.routines = routines;
        this.subdomains = subdomains;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "DescribeRoutineUserInfo", this::describeRoutineUserInfo,
                "SetRoutineSubdomain", this::setRoutineSubdomain,
                "DescribeRoutineSpec", this::describeRoutineSpec,
                "DescribeRoutineCanaryEnvs", this::describeRoutineCanaryEnvs);
    }

    private JsonObject describeRoutineUserInfo(OperationRequest request) {
        return DcdnContent.of(RoutineJson.of(routines.all(), subdomains.all()));
    }

    private JsonObject setRoutineSubdomain(OperationRequest request) throws ServiceRefusal {
        String text = request.mandatory("Subdomains");
        subdomains.add(StrictJson.strings(text)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> DcdnRefusal.generalError(
                        "(simulated) Subdomains must be a JSON array of names, but is " + text)));
        return DcdnContent.of("Status", "OK");
    }

    /** One client reads Specs in Content. That it is a list of texts is a guess. */
    private JsonObject describeRoutineSpec(OperationRequest request) {
        return DcdnContent.of("Specs", EnvironmentEdit.SPECS);
    }

    /** The documents show only one name. The list has the same name as in the answer of DescribeRoutine. */
    private JsonObject describeRoutineCanaryEnvs(OperationRequest request) {
        return DcdnContent.of("Envs", CanaryRegions.names());
    }
}
