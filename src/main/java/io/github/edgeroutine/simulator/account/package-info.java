/** The common parts of all accounts: their file, their numbers, and routines by name. */
package io.github.edgeroutine.simulator.account;
