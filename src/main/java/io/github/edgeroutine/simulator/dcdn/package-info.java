/**
 * DCDN as a service of the simulator: an account with its routines, and the operations on them. Decisions that the
 * documents leave open are marked in comments.
 */
package io.github.edgeroutine.simulator.dcdn;
