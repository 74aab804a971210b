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

/** Reads a version from an item of the list, or from an item of a deployment. Each may be staged code. */
record VersionReader(UntrustedText untrusted) {

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);

    /** Only the number of a version is required. */
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

    /** Only newer answers contain it, and only for a version with variables. */
    private static Optional<Binding> binding(JsonObject version) {
        return Optional.of(text(version, "DeployEnv"))
                .filter(Environment::canBeNamed)
                .map(name -> new Binding(
                        new Environment(name), !text(version, "HasEnvVars").equalsIgnoreCase("false")));
    }

    boolean isStagedCode(JsonElement item) {
        return code(item).filter(UnnumberedCode.class::isInstance).isPresent();
    }

    /** The code that runs if all requests go to the item; empty if it is not known. */
    Optional<Live> code(JsonElement item) {
        return item.isJsonObject()
                ? new LiveReader(untrusted).code(item.getAsJsonObject().get("CodeVersion"))
                : Optional.empty();
    }

    /** A version without a status can run. In the official client every other status is a failure. */
    static Readiness readiness(JsonObject version) {
        return switch (text(version, "Status").toLowerCase(Locale.ROOT)) {
            case "", "available" -> Readiness.READY;
            case "init" -> Readiness.PREPARING;
            default -> Readiness.FAILED;
        };
    }

    /** Whether the upload of the version was interrupted. The vendor's own script stops waiting after the same time. */
    static boolean isLeftover(JsonObject version, Instant now) {
        try {
            return readiness(version) == Readiness.PREPARING
                    && Instant.parse(text(version, "CreateTime"))
                            .plus(LONGEST_UPLOAD)
                            .isBefore(now);
        } catch (DateTimeParseException e) {
            // The age is not known, so the upload may still be running.
            return false;
        }
    }

    private static String text(JsonObject object, String member) {
        return JsonText.text(object, member).orElse("");
    }
}
