// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.LiveReader;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.util.Optional;

/** Reads an item of {@code CodeRevs}: a revision, or staged code that was not committed. */
record RevisionReader(UntrustedText untrusted) {

    /** Only the number of a revision is required. */
    Optional<Revision> revision(JsonElement item) {
        return code(item)
                .flatMap(Live::alone)
                .map(number -> new Revision(
                        number,
                        untrusted.quote(RevisionDescription.decoded(text(item.getAsJsonObject(), "CodeDescription"))),
                        untrusted.quote(created(item.getAsJsonObject()))));
    }

    boolean isStagedCode(JsonElement item) {
        return code(item).filter(UnnumberedCode.class::isInstance).isPresent();
    }

    private Optional<Live> code(JsonElement item) {
        return item.isJsonObject()
                ? new LiveReader(untrusted).code(item.getAsJsonObject().get("CodeRevision"))
                : Optional.empty();
    }

    private static String created(JsonObject item) {
        return text(item, item.has("CreationTime") ? "CreationTime" : "CreateTime");
    }

    private static String text(JsonObject object, String member) {
        return JsonText.text(object, member).orElse("");
    }
}
