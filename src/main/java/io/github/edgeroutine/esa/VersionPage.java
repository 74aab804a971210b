// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Revision;
import java.util.List;

/**
 * A page of the answer of {@code ListRoutineCodeVersions}. List items in an unknown format are skipped.
 *
 * @param listsStagedCode whether it also contains staged code
 * @param isFollowed whether there are more versions than on one page
 */
record VersionPage(List<Revision> revisions, boolean listsStagedCode, boolean isFollowed) {

    /** The largest page that the service supports. */
    static final int SIZE = 20;

    /** The service has two pages at most. */
    static final int PAGES = 2;

    /** The limit for the answer, ten times as many as possible. */
    private static final int MOST = 200;

    /** @throws CallFailedException of kind unreadable, if there is no list, or if it is much too large */
    static VersionPage of(RpcAnswer answer) throws CallFailedException {
        if (!answer.body().has("CodeVersions") && !answer.body().has("TotalCount")) {
            throw answer.unreadable();
        }
        List<JsonElement> items = answer.list(answer.body().get("CodeVersions"));
        if (items.size() > MOST) {
            throw answer.unreadable("has more than " + MOST + " versions");
        }
        VersionReader reader = new VersionReader(answer.untrusted());
        return new VersionPage(
                items.stream().flatMap(item -> reader.revision(item).stream()).toList(),
                items.stream().anyMatch(reader::isStagedCode),
                total(answer, items.size()) > SIZE);
    }

    /** If the answer has no total, a full page may be followed by another one. */
    private static int total(RpcAnswer answer, int items) {
        return JsonText.text(answer.body(), "TotalCount")
                .filter(total -> total.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(items + 1);
    }
}
