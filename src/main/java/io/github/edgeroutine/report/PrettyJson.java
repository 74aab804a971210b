// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** How this plugin writes JSON, for people too. One for all, as what it learns of a class takes longer than its work. */
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
