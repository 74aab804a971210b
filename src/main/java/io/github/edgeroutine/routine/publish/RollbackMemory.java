// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

/** Remembers what ran before a write, so that a rollback can put it back. */
public interface RollbackMemory {

    /** Remembers nothing. */
    RollbackMemory NONE = new RollbackMemory() {
        @Override
        public void beforeWrite(Plan plan) {
            // Nothing to remember.
        }

        @Override
        public void afterWrite(Outcome outcome) {
            // Nothing was remembered.
        }
    };

    /**
     * Writes down what runs in each environment that the plan publishes to, before it is published. A memory that cannot be
     * written is a warning: the publish goes on.
     */
    void beforeWrite(Plan plan);

    /** Writes down how the publish ended, a failure too. */
    void afterWrite(Outcome outcome);
}
