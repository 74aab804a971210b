// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;

/** JSON by the book, nothing else. One for all, as what it learns of a class takes longer than its work. */
final class Json {

    static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private Json() {}
}
