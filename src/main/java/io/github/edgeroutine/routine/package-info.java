// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary: what a routine, a code revision and an environment are, and what the service can be asked. Knows neither Maven
 * nor the network. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.routine;
