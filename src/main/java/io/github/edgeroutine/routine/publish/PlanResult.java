// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

/** The result of planning a publish. Nothing was written yet. */
public sealed interface PlanResult permits Planned, Refused {

    PublishRequest request();
}
