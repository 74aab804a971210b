// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

/** The kind of an uploaded file. */
public enum FileKind {
    CODE("code", "index.js", "text/javascript"),
    ARCHIVE("archive", "assets.zip", "application/zip");

    private final String word;
    private final String fileName;
    private final String type;

    FileKind(String word, String fileName, String type) {
        this.word = word;
        this.fileName = fileName;
        this.type = type;
    }

    String fileName() {
        return fileName;
    }

    String type() {
        return type;
    }

    /** The word in a message. */
    @Override
    public String toString() {
        return word;
    }
}
