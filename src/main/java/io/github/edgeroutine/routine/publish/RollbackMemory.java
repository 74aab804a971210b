// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.publish.Plan.Stage;

/** Remembers what ran before a write, so that a rollback can put it back. */
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
     * Writes down what runs in each environment that a stage of the plan writes to, before it is written. A memory that cannot
     * be written is a warning: the publish goes on.
     */
    void beforeWrite(Plan plan, Stage stage);

    /** Writes down how the publish ended, a failure too. */
    void afterWrite(Outcome outcome);
}
