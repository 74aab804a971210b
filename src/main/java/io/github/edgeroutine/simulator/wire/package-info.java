/** Requests and answers on the connection, and the server that reads and writes them. */
package io.github.edgeroutine.simulator.wire;
