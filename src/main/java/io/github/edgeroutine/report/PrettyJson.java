// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** How this plugin writes JSON: indented, so that people can read it. There is one instance, because it is slow to inspect a class. */
public final class PrettyJson {

    public static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private PrettyJson() {}

    public static String of(Object value) {
        return GSON.toJson(value);
    }
}
