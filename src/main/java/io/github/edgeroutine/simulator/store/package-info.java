/** The object store, where clients post files with a form from a service. It answers in its own XML format. */
package io.github.edgeroutine.simulator.store;
