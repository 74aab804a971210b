// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

/**
 * A possible error in code.
 *
 * @param certain whether the code certainly cannot run
 * @param words the rest of a sentence after the option of the file; contains the path
 */
public record CodeFinding(boolean certain, String words) {

    static CodeFinding certain(String words) {
        return new CodeFinding(true, words);
    }

    static CodeFinding doubt(String words) {
        return new CodeFinding(false, words);
    }
}
