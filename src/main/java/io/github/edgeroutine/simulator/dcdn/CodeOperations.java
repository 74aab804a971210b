// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.Map;

/** The operations on code and its revisions. */
final class CodeOperations {

    private final SimulatedRoutines routines;
    private final CodeUpload upload;

    CodeOperations(SimulatedRoutines routines, CodeUpload upload) {
        this.routines = routines;
        this.upload = upload;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "UploadRoutineCode", this::uploadRoutineCode,
                "UploadStagingRoutineCode", this::uploadStagingRoutineCode,
                "CommitStagingRoutineCode", this::commitStagingRoutineCode,
                "DescribeRoutineCodeRevision", this::describeRoutineCodeRevision,
                "DeleteRoutineCodeRevision", this::deleteRoutineCodeRevision);
    }

    /**
     * Returns the number at once. It is not documented that the revision exists only after the upload, and that the
     * limit is checked both times.
     */
    private JsonObject uploadRoutineCode(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String description = request.mandatory("CodeDescription");
        StagedCode.demandRoom(routines.held(name));
        String id = routines.number(name);
        return answer(id, name, request, (routine, file) -> {
            StagedCode.demandRoom(routine);
            return routine.with(new StoredRevision(id, description, SimulatedRoutines.now(), file));
        });
    }

    /** The returned CodeRevision is not documented. The documents call staged code unstable. */
    private JsonObject uploadStagingRoutineCode(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        StagedCode.demandRoom(routines.held(name));
        String description = request.optional("CodeDescription");
        // The limit is not checked again here. The documents do not say whether the real callback checks it.
        return answer(
                StagedCode.UNSTABLE,
                name,
                request,
                (routine, file) -> StagedCode.staged(routine, description, file, SimulatedRoutines.now()));
    }

    private JsonObject answer(String revision, String routine, OperationRequest request, CodeArrival arrival) {
        JsonObject content = new JsonObject();
        content.addProperty("CodeRevision", revision);
        content.add("OssPostConfig", upload.postConfig(routine, request, arrival));
        return DcdnContent.of(content);
    }

    private JsonObject commitStagingRoutineCode(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        return DcdnContent.of("CodeRevision", routines.commit(name, request.mandatory("CodeDescription")));
    }

    private JsonObject describeRoutineCodeRevision(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        StoredRevision revision = routines.held(name).revision(id).orElseThrow(() -> DcdnRefusal.noRevision(name, id));
        return DcdnContent.of(RoutineJson.withCode(revision));
    }

    /** It is not documented whether the real service refuses to delete a revision that runs. */
    private JsonObject deleteRoutineCodeRevision(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        routines.change(name, routine -> {
            if (!routine.holds(id)) {
                throw DcdnRefusal.noRevision(name, id);
            }
            if (routine.runs(id)) {
                throw DcdnRefusal.generalError(
                        "(simulated) the code revision " + id + " of the routine " + name + " runs in an environment");
            }
            return routine.without(id);
        });
        return DcdnContent.of("Status", "OK");
    }
}
