// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.call.Progress;
import java.util.List;

/** Also receives the plans before they are carried out. */
public interface PublishProgress extends Progress {

    /** The plans are complete. Nothing was written yet. */
    void planned(List<Plan> plans);
}
