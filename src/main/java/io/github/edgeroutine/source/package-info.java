/** The code that is uploaded: its file, and the commit it belongs to. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.source;
