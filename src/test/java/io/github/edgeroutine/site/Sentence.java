// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

/** One sentence that somebody reads, and the file and line where it starts. */
record Sentence(String place, String text) {

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
