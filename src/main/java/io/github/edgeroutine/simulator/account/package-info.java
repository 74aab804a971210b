/** What the accounts of all services have in common: their file, their numbers, and routines by name. */
package io.github.edgeroutine.simulator.account;
