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
 * @param names of its entries; empty if it is not an archive
 */
record AssetsArchive(Set<String> names) {

    private static final String ASSETS = "assets/";
    private static final String CODE = "routine/index.js";

    /** An archive that cannot become a version. */
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
                // Reading to the end also checks the entry.
                zip.skip(Long.MAX_VALUE);
            }
            return new AssetsArchive(names);
        } catch (IOException e) {
            // The client sent a damaged archive. This is not an error of the simulator.
            return DAMAGED;
        }
    }

    boolean holdsAssets() {
        return names.stream().anyMatch(name -> name.startsWith(ASSETS));
    }

    /** How the real service treats other entries is not known. Here they make an archive unusable. */
    boolean isUsable() {
        return !names.isEmpty() && names.stream().allMatch(name -> name.startsWith(ASSETS) || name.equals(CODE));
    }
}
