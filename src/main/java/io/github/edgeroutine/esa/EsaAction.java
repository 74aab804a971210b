// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.cloud.ram.ApiAction;
import io.github.edgeroutine.routine.key.Access;
import java.util.Set;

/** The ESA operations that the plugin calls. A RAM policy uses the same names. */
public enum EsaAction implements ApiAction {
    DESCRIBE("GetRoutine", Access.DESCRIBE),
    VERSIONS("ListRoutineCodeVersions", Access.DESCRIBE),
    NAMES("ListUserRoutines", Access.NAMES),
    PLANS("ListEdgeRoutinePlans", Access.LIMIT),
    CODE("GetRoutineCodeVersion", Access.CODE),
    STAGE("GetRoutineStagingCodeUploadInfo", Access.STAGE),
    COMMIT("CommitRoutineStagingCode", Access.COMMIT),
    CREATE_VERSION("CreateRoutineWithAssetsCodeVersion", Access.CREATE),
    VERSION_INFO("GetRoutineCodeVersionInfo", Access.COMMIT, Access.CREATE),
    DEPLOY("CreateRoutineCodeDeployment", Access.PUBLISH),
    /** Only if the gateway does not know the operation above. */
    PUBLISH("PublishRoutineCodeVersion", Access.PUBLISH),
    DELETE("DeleteRoutineCodeVersion", Access.DELETE),
    CREATE("CreateRoutine", Access.CREATE_ROUTINE),
    VARIABLES("ListRoutineEnvironmentVariables", Access.VARIABLES),
    SET_VARIABLES("SetRoutineEnvironmentVariables", Access.SET_VARIABLES);

    private final String action;
    private final Set<Access> uses;

    EsaAction(String action, Access... uses) {
        this.action = action;
        this.uses = Set.of(uses);
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public Set<Access> uses() {
        return uses;
    }
}
