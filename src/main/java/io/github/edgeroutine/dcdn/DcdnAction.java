// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.cloud.ram.ApiAction;
import io.github.edgeroutine.routine.key.Access;
import java.util.Set;

/** The DCDN operations that the plugin calls. A RAM policy uses the same names. */
public enum DcdnAction implements ApiAction {
    DESCRIBE("DescribeRoutine", Access.DESCRIBE),
    NAMES("DescribeRoutineUserInfo", Access.NAMES),
    CODE("DescribeRoutineCodeRevision", Access.CODE),
    STAGE("UploadStagingRoutineCode", Access.STAGE),
    COMMIT("CommitStagingRoutineCode", Access.COMMIT),
    PUBLISH("PublishRoutineCodeRevision", Access.PUBLISH),
    DELETE("DeleteRoutineCodeRevision", Access.DELETE),
    CONFIGURE("EditRoutineConf", Access.CONFIGURE),
    CREATE("CreateRoutine", Access.CREATE_ROUTINE);

    private final String action;
    private final Access use;

    DcdnAction(String action, Access use) {
        this.action = action;
        this.use = use;
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public Set<Access> uses() {
        return Set.of(use);
    }
}
