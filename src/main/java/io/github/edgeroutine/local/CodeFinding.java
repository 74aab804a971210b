// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

/**
 * Something about code that speaks against it.
 *
 * @param certain whether the code cannot run; otherwise it only looks so
 * @param words the rest of a sentence that begins with the option that names the file; it names the file
 */
public record CodeFinding(boolean certain, String words) {

    static CodeFinding certain(String words) {
        return new CodeFinding(true, words);
    }

    static CodeFinding doubt(String words) {
        return new CodeFinding(false, words);
    }
}
