// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.routine.Assets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive of a version, with the same entries as in the official client. The same content gives the same archive.
 */
final class AssetsZip {

    private static final String FILES = "assets/";
    private static final String CODE = "routine/index.js";

    /** The earliest time that a ZIP archive can contain. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private AssetsZip() {}

    static byte[] of(Assets assets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : assets.files().entrySet()) {
                add(zip, FILES + file.getKey(), file.getValue());
            }
            if (assets.code().isPresent()) {
                add(zip, CODE, assets.code().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
