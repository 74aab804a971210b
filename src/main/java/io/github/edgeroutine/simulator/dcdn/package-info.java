/**
 * DCDN as a service of the simulator: an account with its routines, and the operations on them. What the documents
 * leave open is decided here and says so.
 */
package io.github.edgeroutine.simulator.dcdn;
