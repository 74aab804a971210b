/**
 * ESA as a service of the simulator: an account with its routines, their versions, deployments and variables, and the
 * operations on them. Records and routes of a site are not there. What the documents leave open is decided here and says
 * so.
 */
package io.github.edgeroutine.simulator.esa;
