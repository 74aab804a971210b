// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.publish.Plan.Stage;

/** Saves what ran before a write, so that a rollback can restore it. */
public interface RollbackMemory {

    /** Remembers nothing. */
    RollbackMemory NONE = new RollbackMemory() {
        @Override
        public void beforeWrite(Plan plan, Stage stage) {
            // Nothing to remember.
        }

        @Override
        public void afterWrite(Outcome outcome) {
            // Nothing was remembered.
        }
    };

    /**
     * Saves what runs in each environment of a stage, before its writes. If it cannot be saved, there is a warning
     * and the publish continues.
     */
    void beforeWrite(Plan plan, Stage stage);

    /** Saves the result of the publish, also of a failed one. */
    void afterWrite(Outcome outcome);
}
