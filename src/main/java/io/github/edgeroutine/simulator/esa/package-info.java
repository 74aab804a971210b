/**
 * ESA as a service of the simulator: an account with its routines, versions, deployments and variables, and the
 * operations on them. Records and routes of a site are not simulated. Decisions that the documents leave open are
 * marked in comments.
 */
package io.github.edgeroutine.simulator.esa;
