// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.LiveReader;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads what tells of a version: an item of the list, or of a deployment. Either may be staged code. */
record VersionReader(UntrustedText untrusted) {

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);

    /** A version needs nothing but its number. */
    Optional<Revision> revision(JsonElement item) {
        return code(item).flatMap(Live::alone).map(number -> {
            JsonObject version = item.getAsJsonObject();
            String description = text(version, version.has("CodeDescription") ? "CodeDescription" : "Description");
            return new Revision(
                    number,
                    untrusted.quote(VersionDescription.decoded(description)),
                    untrusted.quote(text(version, "CreateTime")),
                    isLeftover(version, Instant.now()) ? Readiness.ABANDONED : readiness(version),
                    binding(version),
                    ContentHash.of(text(version, "ExtraInfo")));
        });
    }

    /** Only newer answers tell of it, as they do only of a version that is bound. */
    private static Optional<Binding> binding(JsonObject version) {
        return Optional.of(text(version, "DeployEnv"))
                .filter(Environment::canBeNamed)
                .map(name -> new Binding(
                        new Environment(name), !text(version, "HasEnvVars").equalsIgnoreCase("false")));
    }

    boolean isStagedCode(JsonElement item) {
        return code(item).filter(UnnumberedCode.class::isInstance).isPresent();
    }

    /** What runs alone where all requests go to the item; empty if that cannot be told. */
    Optional<Live> code(JsonElement item) {
        return item.isJsonObject()
                ? new LiveReader(untrusted).code(item.getAsJsonObject().get("CodeVersion"))
                : Optional.empty();
    }

    /** A version without a status can run. The official client takes every other status for a failure. */
    static Readiness readiness(JsonObject version) {
        return switch (text(version, "Status").toLowerCase(Locale.ROOT)) {
            case "", "available" -> Readiness.READY;
            case "init" -> Readiness.PREPARING;
            default -> Readiness.FAILED;
        };
    }

    /** Whether the version waits for an upload that was cut off. The vendor's own script gives up as late. */
    static boolean isLeftover(JsonObject version, Instant now) {
        try {
            return readiness(version) == Readiness.PREPARING
                    && Instant.parse(text(version, "CreateTime"))
                            .plus(LONGEST_UPLOAD)
                            .isBefore(now);
        } catch (DateTimeParseException e) {
            // Of unknown age: it may be an upload that is under way.
            return false;
        }
    }

    private static String text(JsonObject object, String member) {
        return JsonText.text(object, member).orElse("");
    }
}
