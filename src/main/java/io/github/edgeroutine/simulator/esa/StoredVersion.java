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
 * One kept version of a routine's code.
 *
 * @param id text, never a number: 19 digits do not fit a double
 * @param createTime such as {@code 2024-03-11T01:23:21Z}
 * @param readyTime when it can be deployed, {@code null} while its archive is not uploaded
 * @param file in Base64: code, or the archive of a version with assets; empty where a test gave none
 * @param assets {@code null} for a version of code alone
 * @param deployEnv the environment whose variables it got when it was made, {@code null} for none
 * @param variables those it got then
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

    /** Staged code is called so in the keys of the documents. */
    static final String UNSTABLE = "unstable";

    /**
     * What a version has that was made of an archive.
     *
     * @param found whether the archive holds assets; before the upload it is said to
     * @param usable whether the archive can be read
     * @param extraInfo what the client wants to remember, the empty string for nothing
     * @param buildId a number, {@code null} for none
     * @param notFoundStrategy SinglePageApplication or 404Page, {@code null} for none
     */
    record StoredAssets(boolean found, boolean usable, String extraInfo, Long buildId, String notFoundStrategy) {

        /** Nothing is known before the upload. */
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

    /** Code alone, bound to no variables. */
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

    /** There from the beginning, with empty code. */
    static StoredVersion seed(String id) {
        return ofCode(id, "", Instant.now().truncatedTo(ChronoUnit.SECONDS), Instant.EPOCH, new byte[0]);
    }

    /** Its archive is still to come. */
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

    /** @param content of the archive, as far as it can be prepared */
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

    /** The documents know Init and Available; one client takes anything else for a failure. */
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
