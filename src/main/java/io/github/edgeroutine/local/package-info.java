/** Checks code before it is sent, and runs it on this machine. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.local;
