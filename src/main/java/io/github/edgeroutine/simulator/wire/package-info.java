/** Requests and answers as they cross the connection, and the server that reads and writes them. */
package io.github.edgeroutine.simulator.wire;
