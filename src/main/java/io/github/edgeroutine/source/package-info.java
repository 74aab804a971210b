/** The code to upload: its file and its commit. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.source;
