// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.call.Progress;
import java.util.List;

/** Hears of a publish before it is carried out, too. */
public interface PublishProgress extends Progress {

    /** The plans stand; nothing was written yet. */
    void planned(List<Plan> plans);
}
