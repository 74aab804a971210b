// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

/** What planning a publish comes to. Nothing was written yet. */
public sealed interface PlanResult permits Planned, Refused {

    PublishRequest request();
}
