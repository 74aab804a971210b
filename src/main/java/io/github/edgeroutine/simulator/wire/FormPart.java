// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/**
 * One part of a multipart form.
 *
 * @param fileName {@code null} if the part has no file name
 * @param contentType {@code null} if the part has no type
 * @param bytes exactly as they were sent
 */
public record FormPart(String name, String fileName, String contentType, byte[] bytes) {

    public FormPart {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the bytes, because they may contain signatures. */
    @Override
    public String toString() {
        return "Part[" + name + ", file name " + fileName + ", " + contentType + ", " + bytes.length + " bytes]";
    }
}
