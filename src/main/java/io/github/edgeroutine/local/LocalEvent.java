// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

/**
 * Something that happened while code answered requests on a port of this machine.
 *
 * @param warning whether it may be an error of the code
 * @param text one line
 */
public record LocalEvent(boolean warning, String text) {

    LocalEvent shown() {
        return new LocalEvent(warning, HostMessage.shown(text));
    }
}
