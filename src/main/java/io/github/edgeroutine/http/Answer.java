// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

/**
 * An HTTP answer, from the service or from any other server.
 *
 * @param status the HTTP status; {@code -1} if the first line is not HTTP
 * @param body as text, empty if there was no body
 */
public record Answer(int status, String body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
