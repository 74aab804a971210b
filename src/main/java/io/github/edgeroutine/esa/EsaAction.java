// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.cloud.ram.ApiAction;
import io.github.edgeroutine.routine.key.Access;
import java.util.Set;

/** The operations of ESA that are called. A RAM policy names them so, too. */
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
    /** Only where the gateway does not know the one before. */
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
