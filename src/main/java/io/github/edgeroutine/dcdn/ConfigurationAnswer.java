// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Confirmation;
import java.util.Locale;
import java.util.Map;

/**
 * The answer of {@code EditRoutineConf}: "description of the execution errors and the version number of the latest
 * environment configurations". The names of its members are not documented.
 */
record ConfigurationAnswer(RpcAnswer answer) {

    /** @throws CallFailedException if a member whose name contains "err" is not empty */
    Confirmation confirmation() throws CallFailedException {
        JsonElement content = answer.body().get("Content");
        if (content == null || !content.isJsonObject()) {
            return Confirmation.BY_SERVICE;
        }
        String errors = content.getAsJsonObject().entrySet().stream()
                .filter(member -> member.getKey().toLowerCase(Locale.ROOT).contains("err"))
                .map(Map.Entry::getValue)
                .filter(ConfigurationAnswer::saysSomething)
                .map(this::words)
                .collect(joining("; "));
        if (!errors.isEmpty()) {
            throw new CallFailedException(
                            "the service answered with errors, '" + errors + "' (request id " + answer.requestId()
                                    + ")",
                            Reason.REFUSED,
                            Effect.UNKNOWN,
                            "Correct the settings that these errors name, in {environmentSettings}.",
                            answer.requestId())
                    .ofThisCall();
        }
        return Confirmation.BY_SERVICE;
    }

    private static boolean saysSomething(JsonElement element) {
        if (element.isJsonPrimitive()) {
            return !element.getAsString().matches("(?i)|0|200|ok|success|none|null|false");
        }
        return element.isJsonObject()
                        && element.getAsJsonObject().asMap().values().stream()
                                .anyMatch(ConfigurationAnswer::saysSomething)
                || element.isJsonArray()
                        && element.getAsJsonArray().asList().stream().anyMatch(ConfigurationAnswer::saysSomething);
    }

    private String words(JsonElement errors) {
        return errors.isJsonObject()
                ? errors.getAsJsonObject().entrySet().stream()
                        .filter(each -> saysSomething(each.getValue()))
                        .map(each -> answer.untrusted().quote(each.getKey()) + ": " + text(each.getValue()))
                        .collect(joining(", "))
                : text(errors);
    }

    private String text(JsonElement element) {
        return element.isJsonPrimitive()
                ? answer.untrusted().quote(element.getAsString())
                : answer.untrusted().quoteBody(element.toString());
    }
}
