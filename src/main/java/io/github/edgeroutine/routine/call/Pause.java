// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;

/** Waits. In a test it does not wait. */
@FunctionalInterface
public interface Pause {

    /** @throws InterruptedException if the build is being stopped */
    void sleep(Duration duration) throws InterruptedException;
}
