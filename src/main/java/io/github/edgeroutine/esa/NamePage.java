// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the answer of {@code ListUserRoutines}.
 *
 * @param names of routines, safe to print
 * @param isFollowed whether there may be another page
 */
record NamePage(List<String> names, boolean isFollowed) {

    /** The service has at most ten pages. In a larger account some routines are not listed. */
    private static final int PAGES = 10;

    private static final int SIZE = 20;

    /** The names on all pages. */
    static List<String> all(SignedRpc rpc) throws CallFailedException {
        List<String> names = new ArrayList<>();
        boolean isFollowed = true;
        for (int page = 1; isFollowed && page <= PAGES; page++) {
            NamePage read =
                    rpc.call(RpcOperation.read(EsaAction.NAMES.action(), EsaRoutines.paged(page), NamePage::of));
            names.addAll(read.names());
            isFollowed = read.isFollowed();
        }
        return names;
    }

    /** @throws CallFailedException of kind unreadable, if there is no list, or if a routine has no name */
    static NamePage of(RpcAnswer answer) throws CallFailedException {
        if (!answer.body().has("Routines") && !answer.body().has("TotalCount")) {
            throw answer.unreadable();
        }
        List<String> names = new ArrayList<>();
        for (JsonElement item : answer.list(answer.body().get("Routines"))) {
            if (!item.isJsonObject()) {
                throw answer.unreadable();
            }
            names.add(answer.untrusted()
                    .quote(JsonText.text(item.getAsJsonObject(), "RoutineName").orElseThrow(answer::unreadable)));
        }
        return new NamePage(names, names.size() >= SIZE);
    }
}
