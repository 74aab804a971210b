/** Asks the edge whether the published code works. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.probe;
