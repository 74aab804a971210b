// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;

/**
 * The archive of a version with assets: static files, a function, or both.
 *
 * @param names of its entries; none if it is no archive
 */
record AssetsArchive(Set<String> names) {

    private static final String ASSETS = "assets/";
    private static final String CODE = "routine/index.js";

    /** What no version can be made of. */
    static final AssetsArchive DAMAGED = new AssetsArchive(Set.of());

    AssetsArchive {
        names = Set.copyOf(names);
    }

    static AssetsArchive of(byte[] bytes) {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
                // To its end, which also checks it.
                zip.skip(Long.MAX_VALUE);
            }
            return new AssetsArchive(names);
        } catch (IOException e) {
            // A damaged archive is what a client sent, and no failure here.
            return DAMAGED;
        }
    }

    boolean holdsAssets() {
        return names.stream().anyMatch(name -> name.startsWith(ASSETS));
    }

    /** What the real service does with other entries is not known. Here they make an archive useless. */
    boolean isUsable() {
        return !names.isEmpty() && names.stream().allMatch(name -> name.startsWith(ASSETS) || name.equals(CODE));
    }
}
