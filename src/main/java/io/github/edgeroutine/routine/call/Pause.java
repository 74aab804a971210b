// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;

/** Waits. A test need not. */
@FunctionalInterface
public interface Pause {

    /** @throws InterruptedException if the build is being stopped */
    void sleep(Duration duration) throws InterruptedException;
}
