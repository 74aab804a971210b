// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One stored version of a routine's code.
 *
 * @param id always text: a number with 19 digits does not fit a double
 * @param createTime such as {@code 2024-03-11T01:23:21Z}
 * @param readyTime when it can be deployed; {@code null} before its archive is uploaded
 * @param file in Base64: code, or the archive of a version with assets; may be empty
 * @param assets {@code null} for a version with code only
 * @param deployEnv the environment whose variables it got at its creation; {@code null} if it has no variables
 * @param variables those variables
 */
record StoredVersion(
        String id,
        String description,
        String createTime,
        String readyTime,
        String file,
        StoredAssets assets,
        String deployEnv,
        Map<String, StoredVariable> variables) {

    /** The word for staged code in the keys of the documents. */
    static final String UNSTABLE = "unstable";

    /**
     * The data of a version that was created from an archive.
     *
     * @param found whether the archive has assets; true before the upload
     * @param usable whether the archive can be read
     * @param extraInfo any text of the client; may be empty
     * @param buildId a number; {@code null} if it was not given
     * @param notFoundStrategy SinglePageApplication or 404Page; {@code null} if it was not given
     */
    record StoredAssets(boolean found, boolean usable, String extraInfo, Long buildId, String notFoundStrategy) {

        /** The content of the archive is not known before the upload. */
        static final StoredAssets NONE_YET = new StoredAssets(true, false, "", null, null);

        StoredAssets {
            Objects.requireNonNull(extraInfo, "extraInfo");
        }

        StoredAssets of(AssetsArchive archive) {
            return new StoredAssets(archive.holdsAssets(), archive.isUsable(), extraInfo, buildId, notFoundStrategy);
        }
    }

    StoredVersion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(description, "description");
        Instant.parse(createTime);
        if (readyTime != null) {
            Instant.parse(readyTime);
        }
        Base64.getDecoder().decode(file);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        variables.values().forEach(each -> Objects.requireNonNull(each, "variable"));
    }

    /** A version with code only and without variables. */
    static StoredVersion ofCode(String id, String description, Instant created, Instant ready, byte[] code) {
        return new StoredVersion(
                id,
                description,
                created.toString(),
                ready.toString(),
                Base64.getEncoder().encodeToString(code),
                null,
                null,
                Map.of());
    }

    /** A version that exists from the beginning, with empty code. */
    static StoredVersion seed(String id) {
        return ofCode(id, "", Instant.now().truncatedTo(ChronoUnit.SECONDS), Instant.EPOCH, new byte[0]);
    }

    /** A version that waits for its archive. */
    static StoredVersion ofAssets(String id, String description, Instant created, StoredAssets assets) {
        return new StoredVersion(id, description, created.toString(), null, "", assets, null, Map.of());
    }

    StoredVersion bound(String environment, Map<String, StoredVariable> values) {
        return new StoredVersion(id, description, createTime, readyTime, file, assets, environment, values);
    }

    StoredVersion with(byte[] code) {
        return new StoredVersion(
                id,
                description,
                createTime,
                readyTime,
                Base64.getEncoder().encodeToString(code),
                assets,
                deployEnv,
                variables);
    }

    /** @param content of the archive, if it can be prepared */
    StoredVersion uploaded(byte[] archive, Instant ready, AssetsArchive content) {
        return new StoredVersion(
                id,
                description,
                createTime,
                ready.toString(),
                Base64.getEncoder().encodeToString(archive),
                assets.of(content),
                deployEnv,
                variables);
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(file);
    }

    /** The documents list Init and Available. One client treats any other value as a failure. */
    String status(Instant now) {
        if (readyTime == null || now.isBefore(Instant.parse(readyTime))) {
            return "Init";
        }
        return assets == null || assets.usable() ? "Available" : "Failed";
    }

    boolean isAvailable(Instant now) {
        return status(now).equals("Available");
    }
}
