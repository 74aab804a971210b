// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

/**
 * What came back over HTTP, of whatever kind.
 *
 * @param status the HTTP status; {@code -1} if the first line was no HTTP at all
 * @param body as text, empty if there was none
 */
record Answer(int status, String body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
