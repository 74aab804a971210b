// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Reads a routine with several calls. The versions come first: if a version is published in between, it is added to the
 * list, because it runs. The deployments come last, so that they are as recent as possible.
 *
 * @param limit how many versions the account's plan keeps; empty if it is not known or not needed
 */
record StateQuery(SignedRpc rpc, RoutineName routine, Supplier<OptionalInt> limit) implements Operation<RoutineState> {

    @Override
    public RoutineState send() throws CallFailedException {
        List<VersionPage> pages = new ArrayList<>();
        boolean isFollowed = true;
        for (int page = 1; isFollowed && page <= VersionPage.PAGES; page++) {
            pages.add(rpc.call(listing(page)));
            isFollowed = pages.get(page - 1).isFollowed();
        }
        OptionalInt most = limit.get();
        return rpc.call(getting(routine)).state(pages, most);
    }

    static RpcOperation<RoutineDeployments> getting(RoutineName routine) {
        return RpcOperation.read(EsaAction.DESCRIBE.action(), Map.of("Name", routine.text()), RoutineDeployments::of);
    }

    private RpcOperation<VersionPage> listing(int page) {
        Map<String, String> parameters = new HashMap<>(EsaRoutines.paged(page));
        parameters.put("Name", routine.text());
        return RpcOperation.read(EsaAction.VERSIONS.action(), parameters, VersionPage::of);
    }
}
