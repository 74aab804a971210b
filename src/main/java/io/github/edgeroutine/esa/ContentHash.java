// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.Assets;
import java.util.Optional;

/** The hash of a version's content in its {@code ExtraInfo}. This is a JSON object that clients can use freely. */
final class ContentHash {

    private static final String MEMBER = "ContentHash";

    private ContentHash() {}

    static String extraInfo(Assets assets) {
        JsonObject info = new JsonObject();
        info.addProperty("Source", "edge-routine-maven-plugin");
        info.addProperty(MEMBER, assets.hash());
        return info.toString();
    }

    /** @param extraInfo from any client; the result is empty if it has no hash */
    static Optional<String> of(String extraInfo) {
        return JsonText.read(extraInfo)
                .object()
                .flatMap(info -> JsonText.text(info, MEMBER))
                .filter(hash -> hash.matches("sha256:[0-9a-f]{64}"));
    }
}
