/**
 * The vocabulary and the decisions: what a routine, a code revision and an environment are, and when a publish counts
 * as done. Knows neither Maven nor the network. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.routine;
