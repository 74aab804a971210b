/** The object store to which clients post files by a form that a service has handed out; it answers in its own XML. */
package io.github.edgeroutine.simulator.store;
