/** Asks the edge itself whether what was published works. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.probe;
