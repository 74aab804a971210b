// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Revision;
import java.util.List;

/**
 * A page of what {@code ListRoutineCodeVersions} answers. An item that cannot be understood is left out.
 *
 * @param listsStagedCode whether it had staged code too
 * @param isFollowed whether there are more versions than those of one page
 */
record VersionPage(List<Revision> revisions, boolean listsStagedCode, boolean isFollowed) {

    /** The largest that the service has. */
    static final int SIZE = 20;

    /** It has no third page. */
    static final int PAGES = 2;

    /** Ten times as many as there can be. */
    private static final int MOST = 200;

    /** @throws CallFailedException of kind unreadable, if there is no list or one of an absurd size */
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

    /** A full page of an answer that does not say how many there are may have another one behind it. */
    private static int total(RpcAnswer answer, int items) {
        return JsonText.text(answer.body(), "TotalCount")
                .filter(total -> total.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(items + 1);
    }
}
