/** An outcome as people and programs read it. Everything is non-null unless said otherwise. */
package io.github.edgeroutine.report;
