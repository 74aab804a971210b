package io.github.edgeroutine.mojo;

import io.github.edgeroutine.routine.EdgeRoutines;

/**
 * Whom a goal talks to.
 *
 * @param endpoint the address, as far as it may be printed
 */
record Service(EdgeRoutines routines, String endpoint, boolean simulated) {}
